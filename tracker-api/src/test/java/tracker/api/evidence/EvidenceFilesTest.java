package tracker.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.blobs.DirectoryBlobStore;
import tracker.api.evidence.EvidenceRefusedException.Reason;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

class EvidenceFilesTest {
    private static final Actor ECONOMY = new Actor(Role.DEPARTMENT, "economy", "department:economy");
    private static final Actor CONSTRUCTION = new Actor(Role.DEPARTMENT, "construction", "department:construction");
    private static final Actor AUDITOR = new Actor(Role.AUDITOR, null, "auditor");
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final int LIMIT = 100;

    @TempDir
    private Path home;

    private EvidenceFiles files;

    @BeforeEach
    void begin() {
        files = new EvidenceFiles(
                new DirectoryBlobStore(home.resolve("store")),
                home.resolve("drafts"),
                LIMIT,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void whoHandsInTheSameBytesReadsThemUnderTheNameTheyGave() throws IOException {
        String sha256 = files.take(offer(ECONOMY, "a.pdf", "bytes")).file().sha256();
        assertThat(files.find("plan", sha256, CONSTRUCTION)).isEmpty();
        EvidenceFiles.Taken second = files.take(offer(CONSTRUCTION, "b.pdf", "bytes"));
        assertThat(second.isNew()).as("it does not show that another has it").isTrue();
        assertThat(files.find("plan", sha256, CONSTRUCTION).orElseThrow().name())
                .isEqualTo("b.pdf");
        assertThat(files.find("plan", sha256, ECONOMY).orElseThrow().name()).isEqualTo("a.pdf");
        assertThat(files.find("plan", sha256, AUDITOR)).isPresent();
        assertThat(files.find("other", sha256, AUDITOR)).isEmpty();
        assertThat(read(second.file())).isEqualTo("bytes");
    }

    @Test
    void whatWasSaidOfAFileFirstStands() throws IOException {
        EvidenceFiles.Taken first = files.take(offer(ECONOMY, "a.pdf", "bytes"));
        EvidenceFiles.Taken again = files.take(offer(ECONOMY, "renamed.pdf", "bytes"));
        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.file()).isEqualTo(first.file());
    }

    @Test
    void whatIsRefusedLeavesNothing() throws IOException {
        assertRefused(offer(ECONOMY, "a", ""), Reason.EMPTY);
        assertRefused(offer(ECONOMY, "a", "x".repeat(LIMIT + 1)), Reason.TOO_LARGE);
        assertRefused(
                new Offer("plan", ECONOMY, "a", "text/plain", "00".repeat(32), stream("bytes")),
                Reason.DIGEST_MISMATCH);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertRefused(new Offer("plan", ECONOMY, "a", "text/plain", null, broken), Reason.BROKEN_OFF);
        assertThat(home.resolve("drafts")).isEmptyDirectory();
        assertThat(home.resolve("store/evidence/plan")).doesNotExist();
        assertThat(files.take(offer(ECONOMY, "a", "x".repeat(LIMIT))).isNew()).isTrue();
    }

    @Test
    void whatIsDamagedIsNotHandedOutUntilTheOriginalIsHandedInAgain() throws IOException {
        EvidenceFile file = files.take(offer(ECONOMY, "a.pdf", "bytes")).file();
        Path content = home.resolve("store/evidence/plan/" + file.sha256() + "/content");
        Files.writeString(content, "bites");
        assertThatThrownBy(() -> files.open(file)).isInstanceOf(EvidenceDamagedException.class);
        files.take(offer(CONSTRUCTION, "b.pdf", "bytes"));
        assertThat(read(file)).isEqualTo("bytes");
        Files.delete(content);
        assertThatThrownBy(() -> files.open(file)).isInstanceOf(EvidenceDamagedException.class);
        assertThat(files.take(offer(ECONOMY, "a.pdf", "bytes")).isNew()).isFalse();
        assertThat(read(file)).isEqualTo("bytes");
        assertThat(home.resolve("drafts")).isEmptyDirectory();
    }

    @Test
    void whatIsBeingSentIsWhatWasChecked() throws IOException {
        EvidenceFile file = files.take(offer(ECONOMY, "a.pdf", "bytes")).file();
        try (InputStream sending = files.open(file)) {
            Files.writeString(home.resolve("store/evidence/plan/" + file.sha256() + "/content"), "bites");
            assertThat(sending).hasContent("bytes");
        }
    }

    private void assertRefused(Offer offer, Reason reason) {
        assertThatThrownBy(() -> files.take(offer))
                .isInstanceOfSatisfying(EvidenceRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private String read(EvidenceFile file) throws IOException {
        try (InputStream in = files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Offer offer(Actor giver, String name, String content) {
        return new Offer("plan", giver, name, "application/pdf", null, stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
