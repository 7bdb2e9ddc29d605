package tracker.api.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a writer writes, read as it is written, on a thread of its own. A writer that fails makes the reader fail: what breaks off never
 * looks as if it had ended. Closed early, it makes the writer stop. Unlike the JDK's pipe, one goes on while the other one works.
 */
public final class Piped extends InputStream {
    private static final int CHUNK = 1 << 16;
    private static final int CHUNKS = 8;
    private static final byte[] END = {};
    private static final long LOOK_EVERY_MILLIS = 100;

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    /** Set before the end is put into the queue. */
    private volatile Throwable failure;

    private volatile boolean closed;
    private byte[] chunk = {};
    private int next;

    private Piped() {}

    /** Writes to a stream, which it need not close. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Piped of(Writer writer) {
        Piped piped = new Piped();
        Thread thread = new Thread(() -> piped.write(writer), "tracker-piped");
        thread.setDaemon(true);
        thread.start();
        return piped;
    }

    private void write(Writer writer) {
        try {
            try (OutputStream out = new BufferedOutputStream(new Chunks(), CHUNK)) {
                writer.writeTo(out);
            }
        } catch (IOException | RuntimeException | Error failed) {
            failure = failed;
        }
        try {
            put(END);
        } catch (IOException nobodyReads) {
            // And so nobody has to be told.
        }
    }

    private void put(byte[] bytes) throws IOException {
        try {
            while (!closed) {
                if (chunks.offer(bytes, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        throw new IOException("nobody reads it any more");
    }

    private final class Chunks extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            put(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                put(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, chunk.length - next);
        System.arraycopy(chunk, next, bytes, offset, read);
        next += read;
        return read;
    }

    /** Whether there is something to be read; waits until that is known. */
    private boolean fill() throws IOException {
        while (next == chunk.length && chunk != END) {
            try {
                chunk = chunks.take();
                next = 0;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        if (closed) {
            throw new IOException("closed");
        }
        if (chunk == END && failure != null) {
            throw new IOException("broken off: " + failure.getMessage(), failure);
        }
        return chunk != END;
    }

    @Override
    public void close() {
        closed = true;
        // Whoever waits for more, on another thread, is let go.
        chunks.clear();
        var unused = chunks.offer(END);
    }
}
