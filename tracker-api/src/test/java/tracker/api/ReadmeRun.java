package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One run of the README's sessions in a folder of its own, whose {@code data/tokens.json} has the tokens, and what must have come of it. */
record ReadmeRun(ReadmeSession readme, Path place) {
    private static final byte[] REPORT = "%PDF-1.4 年度报告\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration WITHIN = Duration.ofMinutes(3);

    /** After each call, the views are asked whether they are as far as its answer was. */
    private static final String PATIENCE = """
            curl() {
              command curl -D head "$@" || return
              local position=$(sed -n 's/^tracker-position: *\\(.*\\)\\r$/\\1/Ip' head)
              [ -z "$position" ] || until command curl -sf -o seen -w '' -H "Tracker-Position: $position" "$plan/public" 2> unseen; do
                sleep 1
              done
            }
            """;

    ReadmeRun {
        try {
            Files.createDirectories(place);
            Files.write(place.resolve("report.pdf"), REPORT);
            Files.writeString(place.resolve("session.sh"), readme.script());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Against whoever listens on {@code port}. */
    void byCurl(int port) throws Exception {
        byCurl(port, "");
    }

    /** The same by somebody who types no faster than several nodes tell each other what was written. */
    void byPatientCurl(int port) throws Exception {
        byCurl(port, PATIENCE);
    }

    private void byCurl(int port, String before) throws Exception {
        // The session's address is the README's; and each call says on the side what came of it.
        Files.writeString(
                place.resolve(".curlrc"),
                "connect-to = \"localhost:8080:localhost:%d\"%nwrite-out = \"%%{stderr}%%{http_code} %%{method} %%{url_effective}\\n\"%n"
                        .formatted(port));
        check(Commands.run(
                place,
                WITHIN,
                Map.of("CURL_HOME", place.toString()),
                "bash",
                "-euo",
                "pipefail",
                "-c",
                before + "source session.sh > output 2> calls"));
    }

    void byNode(int port) throws Exception {
        check(NodeProject.run(place, "session.mjs", "session.sh", String.valueOf(port), "output", "calls"));
    }

    /** Who looks back writes whole seconds: nobody types so fast that the plan was registered in the same one. */
    static void awaitNextSecond() {
        Instant ready = Instant.now();
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).isAfter(ready));
    }

    /** Without the moments, which differ. */
    static List<String> calls(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(call -> call.replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:]+Z", "then"))
                .collect(Collectors.toList());
    }

    private void check(Commands.Outcome session) throws Exception {
        assertThat(session).matches(Commands.Outcome::done);
        assertThat(calls(place.resolve("calls"))).hasSizeGreaterThan(15).allMatch(call -> call.startsWith("2"));
        String output = Files.readString(place.resolve("output"));
        assertThat(output).contains(readme.claims());
        assertThat(output)
                .contains(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(REPORT)) + "  -");
        assertThat(place.resolve("report.html")).content().contains("<html");
        assertThat(Files.readAllBytes(place.resolve("sheet.xlsx"))).startsWith('P', 'K');
    }
}
