package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others wrote, got and eventsource, find what the interface promises. Skipped where they are not to be had. */
class NpmClientsIT {
    @TempDir
    private static Path directory;

    private static int port;
    private static TrackerProcess tracker;

    @BeforeAll
    static void start() {
        NodeProject.require();
        port = TrackerProcess.freePort();
        // Beats much faster than usual, so that they come between everything.
        tracker = TrackerProcess.start(directory.resolve("data"), port, "tracker.heartbeat=50ms");
    }

    @AfterAll
    static void stop() {
        if (tracker != null) {
            tracker.close();
        }
    }

    @Test
    void bothStreamsComeWholeOverCuts() {
        run("streams.mjs");
    }

    @Test
    void theRulesOfTheInterfaceHold() {
        run("rules.mjs");
    }

    private static void run(String script) {
        Commands.Outcome outcome = NodeProject.run(
                directory,
                script,
                String.valueOf(port),
                directory.resolve("data/tokens.json").toString());
        assertThat(outcome).matches(Commands.Outcome::done);
    }
}
