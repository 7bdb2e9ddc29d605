package tracker.api.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded is in the file, whoever recorded it, and can be checked again from there. */
class HistoryRecorderTest {
    private static final int THREADS = 8;
    private static final int WRITES = 500;
    /** As many as {@link Entry} has. */
    private static final int ENTRIES = 7;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("history.jsonl");
    }

    private static List<Entry> simulated() {
        return Simulation.run(Move.many(2_000, new Random(1)));
    }

    @Test
    void everyKindOfEntryIsReadAsItWasWritten() throws IOException {
        List<Entry> entries = simulated();
        try (HistoryRecorder recorder = new HistoryRecorder(file)) {
            entries.forEach(recorder::add);
        }

        assertThat(HistoryFile.read(file)).isEqualTo(entries);
        assertThat(entries.stream().map(Object::getClass).distinct()).hasSize(ENTRIES);
    }

    @Test
    void whatManyThreadsRecordIsAllThere() throws Exception {
        try (HistoryRecorder recorder = new HistoryRecorder(file)) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            for (int thread = 0; thread < THREADS; thread++) {
                String client = "client " + thread;
                threads.execute(() -> {
                    for (int number = 0; number < WRITES; number++) {
                        long write = recorder.writing(client, "p/indicator/I01", null, null, "");
                        recorder.ended(write, new Entry.Outcome.Unknown("cut off"));
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            for (History history : List.of(recorder.history(), History.of(HistoryFile.read(file)))) {
                assertThat(history.operations()).isEqualTo(THREADS * WRITES);
                assertThat(history.writes()).hasSize(THREADS * WRITES).allSatisfy(write -> assertThat(
                                write.attempts().get(0).ended().at())
                        .isGreaterThanOrEqualTo(write.firstInvokedAt()));
            }
        }
    }

    @Test
    void aLastLineThatBrokeOffIsPassedOver() throws IOException {
        List<Entry> entries = simulated();
        try (HistoryRecorder recorder = new HistoryRecorder(file)) {
            entries.forEach(recorder::add);
        }
        Files.writeString(file, "{\"is\":\"Fault\",\"at\":", StandardOpenOption.APPEND);

        assertThat(HistoryFile.read(file)).isEqualTo(entries);
    }

    @Test
    void aLineThatIsBrokenInTheMiddleIsNot() throws IOException {
        String fault = HistoryFile.line(new Entry.Fault(1, "kill", "node 1"));
        Files.writeString(file, fault + "\n{\"is\":\n" + fault + "\n");

        assertThatThrownBy(() -> HistoryFile.read(file)).isInstanceOf(JsonProcessingException.class);
    }
}
