package tracker.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.audit.ArchiveHeader;
import tracker.streams.audit.ArchiveWriter;
import tracker.streams.audit.Compression;
import tracker.streams.audit.Scope;

/** An export is there whole, or not at all. */
class ExportTest {
    private static final String EXPORT = "plans/p/export";

    private final FakeTracker tracker = new FakeTracker();
    private final Shell shell = new Shell();

    @TempDir
    private Path home;

    @BeforeEach
    void connect() {
        shell.with("TRACKER_URL", tracker.url());
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void whatIsWholeIsKept() throws Exception {
        tracker.answers(EXPORT, 200, "application/x-ndjson", ndjson());
        Shell.Run run = export("ndjson", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"events\":2").contains("\"bytes\":" + ndjson().length);
        assertThat(home.resolve("out")).hasBinaryContent(ndjson());
        assertThat(tracker.requests()).containsExactly("GET /api/v1/plans/p/export?format=ndjson");
    }

    @Test
    void aLineFeedWithinQuotesIsNoRow() throws Exception {
        tracker.answers(EXPORT, 200, "text/csv", csv());
        Shell.Run run = export("csv");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 events");
    }

    @Test
    void whatIsCutAnywhereIsNotKept() throws Exception {
        requireCutsFound("ndjson", ndjson());
        requireCutsFound("csv", csv());
        requireCutsFound("avro", avro());
    }

    @Test
    void whatDiffersFromItsDigestIsNotKept() throws Exception {
        byte[] flipped = ndjson();
        flipped[40] ^= 1;
        tracker.answers(EXPORT, 200, "application/x-ndjson", flipped);
        assertThat(export("ndjson").code()).isEqualTo(1);
        requireNothingKept();
    }

    @Test
    void aFileThatIsThereStaysWhenTheNextOneBreaksOff() throws Exception {
        Path before = Files.writeString(home.resolve("out"), "before");
        tracker.breaksOff(EXPORT, avro());
        assertThat(export("avro").code()).isEqualTo(1);
        assertThat(before).hasContent("before");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(before);
        }
    }

    @Test
    void theWholeArchiveIsNotFiltered() {
        assertThat(shell.run("export", "--all", "--type", "T", "--out", "x").code())
                .isEqualTo(2);
        assertThat(shell.run("export", "--all", "--format", "csv", "--out", "x").code())
                .isEqualTo(2);
    }

    /** However the line was cut: the transport need not have noticed. */
    private void requireCutsFound(String format, byte[] whole) throws Exception {
        tracker.answers(EXPORT, 200, "application/octet-stream", whole);
        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 40)) {
            tracker.answers(EXPORT, 200, "application/octet-stream", Arrays.copyOf(whole, length));
        }
        tracker.answers(EXPORT, 200, "application/octet-stream", Arrays.copyOf(whole, whole.length - 1));
        assertThat(export(format).code()).isZero();
        Files.delete(home.resolve("out"));
        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 40)) {
            assertThat(export(format).code()).as("%s cut", format).isEqualTo(1);
            requireNothingKept();
        }
        assertThat(export(format).code()).as("%s cut at its end", format).isEqualTo(1);
        requireNothingKept();
        tracker.forget(EXPORT);
    }

    private void requireNothingKept() throws Exception {
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    private Shell.Run export(String format, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "export",
                                "--plan",
                                "p",
                                "--format",
                                format,
                                "--out",
                                home.resolve("out").toString()),
                        Stream.of(more))
                .toList();
        return shell.run(arguments.toArray(String[]::new));
    }

    private static byte[] ndjson() throws Exception {
        String lines = "{\"export\":{\"plan\":\"p\"}}\n{\"position\":1}\n{\"position\":2}\n";
        return bytes(lines + "{\"end\":{\"sha256\":\"%s\",\"events\":2}}\n".formatted(sha256(lines)));
    }

    private static byte[] csv() throws Exception {
        String lines = "\uFEFF# plan=p\r\nposition,reason\r\n1,\"two\nlines, \"\"quoted\"\"\"\r\n";
        return bytes(lines + "# end; events=1; sha256=%s\r\n".formatted(sha256(lines)));
    }

    private static byte[] avro() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter writer = new ArchiveWriter(
                out, ArchiveHeader.of("log", 1, new Scope.Plans(List.of("p")), Instant.EPOCH, Compression.DEFLATE));
        writer.finish();
        return out.toByteArray();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
