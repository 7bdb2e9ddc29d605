package tracker.api.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoryBlobStoreTest extends BlobStoreContract {
    @Override
    BlobStore create() {
        return new DirectoryBlobStore(home.resolve("store"));
    }

    @Test
    void nobodyButItsOwnerMayReadWhatIsKept() throws IOException {
        Path root = home.resolve("mine");
        try (BlobStore store = new DirectoryBlobStore(root)) {
            store.put("plan/ab/note", bytes("x"));
            store.putIfAbsent("plan/ab/content", Files.writeString(home.resolve("given"), "y"));
        }
        try (Stream<Path> all = Files.walk(root)) {
            List<String> permissions = all.map(DirectoryBlobStoreTest::permissions)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(permissions).containsExactly("rw-------", "rwx------");
        }
        assertThat(root.resolve(".drafts")).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftIsSweptAndWhatSomebodyWritesNowIsNot() throws IOException {
        Path drafts = Files.createDirectories(home.resolve("swept/.drafts"));
        Path old = Files.writeString(drafts.resolve("1.draft"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.writeString(drafts.resolve("2.draft"), "x");
        try (BlobStore store = new DirectoryBlobStore(home.resolve("swept"))) {
            assertThat(old).doesNotExist();
            assertThat(young).exists();
            assertThat(store.list("plan")).isEmpty();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
