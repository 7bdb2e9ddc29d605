package tracker.streams.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing and verifying keep nothing of the events: forty bytes of each would be too much for this heap. */
class ArchiveMemoryIT {
    private static final String EVENTS = "1000000";
    private static final String HEAP = "-Xmx40m";

    @TempDir
    private Path directory;

    @Test
    void aMillionEventsAreWrittenAndVerifiedInASmallHeap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ArchiveBenchmark.class.getName(),
                        directory.toString(),
                        EVENTS,
                        "1",
                        "0")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(EVENTS + " events, ").containsPattern("ratio \\d+\\.\\d");
    }
}
