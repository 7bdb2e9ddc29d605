package tracker.api.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of blobs keeps to, wherever it has them. */
abstract class BlobStoreContract {
    @TempDir
    Path home;

    private BlobStore store;

    /** An empty one. */
    abstract BlobStore create() throws IOException;

    @BeforeEach
    void begin() throws IOException {
        store = create();
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void somethingSmallIsKeptOnceToo() {
        assertThat(store.putIfAbsent("small/one", bytes("first"))).isTrue();
        assertThat(store.putIfAbsent("small/one", bytes("second"))).isFalse();
        assertThat(store.get("small/one")).hasValue(bytes("first"));
    }

    @Test
    void aFileIsKeptOnceAndComesBackByteForByte() throws IOException {
        byte[] content = new byte[3 << 20];
        new Random(7).nextBytes(content);
        Path file = file(content);
        assertThat(store.putIfAbsent("plan/ab/content", file)).isTrue();
        assertThat(Files.readAllBytes(file)).as("it stays its owner's").isEqualTo(content);
        assertThat(store.size("plan/ab/content")).hasValue(content.length);
        try (InputStream in = store.open("plan/ab/content").orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(store.putIfAbsent("plan/ab/content", file(bytes("other")))).isFalse();
        assertThat(store.get("plan/ab/content")).hasValue(content);
    }

    @Test
    void anEmptyFileIsSomethingToo() throws IOException {
        assertThat(store.putIfAbsent("empty", file(new byte[0]))).isTrue();
        assertThat(store.exists("empty")).isTrue();
        assertThat(store.get("empty")).hasValue(new byte[0]);
    }

    @Test
    void ofThoseWhoPutAtOnceOneDoes() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> puts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Path file = file(bytes("from " + i));
                puts.add(() -> store.putIfAbsent("race/content", file));
            }
            int done = 0;
            for (Future<Boolean> put : pool.invokeAll(puts)) {
                done += put.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void somethingSmallIsReplacedAndForgotten() {
        store.put("keys/person-1", bytes("first"));
        store.put("keys/person-1", bytes("second"));
        assertThat(store.get("keys/person-1")).hasValue(bytes("second"));
        store.delete("keys/person-1");
        assertThat(store.exists("keys/person-1")).isFalse();
        store.delete("keys/person-1");
        store.put("keys/person-1", bytes("third"));
        assertThat(store.get("keys/person-1")).hasValue(bytes("third"));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        store.put("plan/ab/content", bytes("x"));
        for (String key : List.of("plan/ab/holders", "plan/ab", "other/ab/content", "plan/ab/content2")) {
            assertThat(store.get(key)).as(key).isEmpty();
            assertThat(store.open(key)).as(key).isEmpty();
            assertThat(store.size(key)).as(key).isEmpty();
            assertThat(store.exists(key)).as(key).isFalse();
        }
        store.delete("plan/ab");
        assertThat(store.exists("plan/ab/content")).isTrue();
    }

    @Test
    void aFolderIsListedInOrderHoweverDeepAndNothingBeside() {
        for (String key : List.of("p/b/2", "p/b/1", "p/b/c/3", "p/bb/1", "p/a", "q/b/1")) {
            store.put(key, bytes(key));
        }
        assertThat(store.list("p/b")).containsExactly("p/b/1", "p/b/2", "p/b/c/3");
        assertThat(store.list("p")).containsExactly("p/a", "p/b/1", "p/b/2", "p/b/c/3", "p/bb/1");
        assertThat(store.list("r")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                "../x",
                "a/../b",
                "a/..",
                "/etc/passwd",
                "a//b",
                "a/",
                ".hidden",
                "a/.hidden",
                "a\\b",
                "a\u0000b",
                "a b",
                "a/\n",
                "名",
                "a/b/c/d/e/f/g/h/i"
            })
    void whatIsNoKeyIsRefusedByEveryWay(String key) throws IOException {
        Path file = file(bytes("x"));
        List<Runnable> ways = List.of(
                () -> store.putIfAbsent(key, file),
                () -> store.put(key, bytes("x")),
                () -> store.get(key),
                () -> store.open(key),
                () -> store.size(key),
                () -> store.delete(key),
                () -> store.list(key));
        for (Runnable way : ways) {
            assertThatThrownBy(way::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(home, "given", ""), content);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
