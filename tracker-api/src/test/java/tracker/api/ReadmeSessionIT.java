package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type, unchanged: by curl in a shell, and by an independent client that reads the same lines. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadmeSessionIT {
    private static final byte[] REPORT = "%PDF-1.4 年度报告\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path directory;

    private final ReadmeSession readme = ReadmeSession.read();

    @Test
    @Order(1)
    void everySectionWithAShellBlockIsRunOrNamed() {
        assertThat(readme.sectionsWithShell())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ReadmeSession.RUN.stream(), ReadmeSession.NOT_RUN.keySet().stream())
                                .toList());
        assertThat(readme.claims()).isNotEmpty();
    }

    @Test
    @Order(2)
    void curlDoesIt() throws Exception {
        Commands.Outcome curl = Commands.run(directory, Duration.ofSeconds(30), "curl", "--version");
        Assumptions.assumeTrue(curl.done(), () -> "curl is not installed: " + curl);
        Path place = place("curl");
        int port = TrackerProcess.freePort();
        // The session's address is the README's; and each call says on the side what came of it.
        Files.writeString(
                place.resolve(".curlrc"),
                "connect-to = \"localhost:8080:localhost:%d\"%nwrite-out = \"%%{stderr}%%{http_code} %%{method} %%{url_effective}\\n\"%n"
                        .formatted(port));
        Files.writeString(place.resolve("session.sh"), readme.script());
        try (TrackerProcess tracker = start(place, port)) {
            Commands.Outcome session = Commands.run(
                    place,
                    Duration.ofMinutes(3),
                    Map.of("CURL_HOME", place.toString()),
                    "bash",
                    "-euo",
                    "pipefail",
                    "-c",
                    "source session.sh > output 2> calls");
            check(place, session);
        }
    }

    @Test
    @Order(3)
    void anIndependentClientDoesIt() throws Exception {
        NodeProject.require();
        Path place = place("npm");
        int port = TrackerProcess.freePort();
        Files.writeString(place.resolve("session.sh"), readme.script());
        try (TrackerProcess tracker = start(place, port)) {
            check(place, NodeProject.run(place, "session.mjs", "session.sh", String.valueOf(port), "output", "calls"));
        }
    }

    @Test
    @Order(4)
    void bothMakeTheSameCalls() throws Exception {
        List<Path> both = List.of(directory.resolve("curl/calls"), directory.resolve("npm/calls"));
        Assumptions.assumeTrue(both.stream().allMatch(Files::exists), "one of them is not here");
        assertThat(calls(both.get(1))).isEqualTo(calls(both.get(0)));
    }

    private static Path place(String name) throws IOException {
        Path place = Files.createDirectory(directory.resolve(name));
        Files.write(place.resolve("report.pdf"), REPORT);
        return place;
    }

    private static TrackerProcess start(Path place, int port) {
        TrackerProcess tracker = TrackerProcess.start(place.resolve("data"), port);
        // Who looks back writes whole seconds: nobody types so fast that the plan was registered in the same one.
        Instant ready = Instant.now();
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).isAfter(ready));
        return tracker;
    }

    private void check(Path place, Commands.Outcome session) throws Exception {
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

    /** Without the moments, which differ. */
    private static List<String> calls(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(call -> call.replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:]+Z", "then"))
                .collect(Collectors.toList());
    }
}
