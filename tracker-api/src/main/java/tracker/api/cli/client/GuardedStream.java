package tracker.api.cli.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A stream that ends with an IOException when nothing has come for so long: a line that was cut without a word is no open one. */
final class GuardedStream extends FilterInputStream {
    private static final int LOOKS = 4;
    private static final long IDLE = 0;

    private final Duration limit;
    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor(GuardedStream::daemon);
    /** Since when a read waits; a reader that takes its time between two reads is not the line's fault. */
    private volatile long waitingSince = IDLE;

    private volatile boolean silent;

    GuardedStream(InputStream in, Duration limit) {
        super(in);
        this.limit = limit;
        long every = Math.max(1, limit.toMillis() / LOOKS);
        var unused = guard.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        // Never the value that means idle.
        waitingSince = System.nanoTime() | 1;
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (IOException cause) {
            throw silent ? silence(cause) : cause;
        } finally {
            waitingSince = IDLE;
        }
        if (silent) {
            throw silence(null);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        guard.shutdownNow();
        super.close();
    }

    private void look() {
        long since = waitingSince;
        if (since != IDLE && System.nanoTime() - since > limit.toNanos()) {
            silent = true;
            try {
                in.close();
            } catch (IOException closedEither) {
                // The reader is told by its own exception.
            }
        }
    }

    private IOException silence(IOException cause) {
        return new IOException("nothing came for " + limit.toSeconds() + " s", cause);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "guard");
        thread.setDaemon(true);
        return thread;
    }
}
