package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        ReadmeRun run = new ReadmeRun(readme, directory.resolve("curl"));
        int port = TrackerProcess.freePort();
        try (TrackerProcess tracker = start(run.place(), port)) {
            run.byCurl(port);
        }
    }

    @Test
    @Order(3)
    void anIndependentClientDoesIt() throws Exception {
        NodeProject.require();
        ReadmeRun run = new ReadmeRun(readme, directory.resolve("npm"));
        int port = TrackerProcess.freePort();
        try (TrackerProcess tracker = start(run.place(), port)) {
            run.byNode(port);
        }
    }

    @Test
    @Order(4)
    void bothMakeTheSameCalls() throws Exception {
        List<Path> both = List.of(directory.resolve("curl/calls"), directory.resolve("npm/calls"));
        Assumptions.assumeTrue(both.stream().allMatch(Files::exists), "one of them is not here");
        assertThat(ReadmeRun.calls(both.get(1))).isEqualTo(ReadmeRun.calls(both.get(0)));
    }

    private static TrackerProcess start(Path place, int port) {
        TrackerProcess tracker = TrackerProcess.start(place.resolve("data"), port);
        ReadmeRun.awaitNextSecond();
        return tracker;
    }
}
