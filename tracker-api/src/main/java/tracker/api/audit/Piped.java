package tracker.api.audit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a writer writes, read as it is written, on a thread of its own. A writer that fails makes the reader fail: what breaks off never
 * looks as if it had ended. Closed early, it makes the writer stop.
 */
public final class Piped extends FilterInputStream {
    private static final int BUFFER = 1 << 16;

    private final AtomicReference<Throwable> failure;

    private Piped(InputStream in, AtomicReference<Throwable> failure) {
        super(in);
        this.failure = failure;
    }

    /** Writes to a stream, which it need not close. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Piped of(Writer writer) throws IOException {
        PipedInputStream in = new PipedInputStream(BUFFER);
        PipedOutputStream out = new PipedOutputStream(in);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> write(writer, out, failure), "tracker-piped");
        thread.setDaemon(true);
        thread.start();
        return new Piped(in, failure);
    }

    private static void write(Writer writer, OutputStream out, AtomicReference<Throwable> failure) {
        try (out) {
            try {
                writer.writeTo(out);
            } catch (IOException | RuntimeException failed) {
                // Before the close, which lets the reader see the end.
                failure.set(failed);
            }
        } catch (IOException gone) {
            failure.compareAndSet(null, gone);
        }
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return checked(super.read(bytes, offset, length));
    }

    private int checked(int read) throws IOException {
        Throwable failed = read < 0 ? failure.get() : null;
        if (failed != null) {
            throw new IOException("broken off: " + failed.getMessage(), failed);
        }
        return read;
    }
}
