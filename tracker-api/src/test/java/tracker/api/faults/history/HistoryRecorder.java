package tracker.api.faults.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Takes down what happens, from any number of threads, in memory and in a file that is complete up to the last entry whenever the
 * process ends. What one thread adds stays in its order.
 */
public final class HistoryRecorder implements AutoCloseable {
    private final List<Entry> entries = new ArrayList<>();
    private final AtomicLong writes = new AtomicLong();
    private final BufferedWriter file;
    private final LongSupplier clock;

    public HistoryRecorder(Path file) throws IOException {
        this(file, System::nanoTime);
    }

    HistoryRecorder(Path file, LongSupplier clock) throws IOException {
        this.file = Files.newBufferedWriter(file);
        this.clock = clock;
    }

    /** The time of the entries. */
    public long now() {
        return clock.getAsLong();
    }

    /** To be called right before the request is sent: answers the number with which its end is told. key and expected may be null. */
    public long writing(String client, String subject, String key, Long expected, String payload) {
        long write = writes.incrementAndGet();
        add(new Entry.WriteInvoked(write, client, now(), subject, key, expected, payload));
        return write;
    }

    /** To be called as soon as the answer is there. */
    public void ended(long write, Entry.Outcome outcome) {
        add(new Entry.WriteEnded(write, now(), outcome));
    }

    public void add(Entry entry) {
        String line = HistoryFile.line(entry);
        synchronized (entries) {
            try {
                file.write(line);
                file.write('\n');
                file.flush();
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
            entries.add(entry);
        }
    }

    /** What was taken down so far. */
    public History history() {
        synchronized (entries) {
            return History.of(List.copyOf(entries));
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (entries) {
            file.close();
        }
    }
}
