package tracker.streams.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The blocks of a file in their order, of which a few are read and examined ahead by other threads. Not thread-safe itself. */
final class ExaminedBlocks implements AutoCloseable {
    private final ArchiveFrames frames;
    private final ExaminedBlock.Examiner examiner;
    private final int depth;
    private final ExecutorService threads;
    private final Deque<Future<ExaminedBlock>> ahead = new ArrayDeque<>();
    private boolean read;
    private ArchiveCorruptException fault;

    ExaminedBlocks(ArchiveFrames frames, ExaminedBlock.Examiner examiner, int threads) {
        this.frames = frames;
        this.examiner = examiner;
        depth = 2 * threads;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "archive-examiner");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Null where the file ends. What is no block is an {@link ArchiveCorruptException} when its turn comes. */
    ExaminedBlock next() throws IOException {
        while (!read && ahead.size() < depth) {
            readAhead();
        }
        if (!ahead.isEmpty()) {
            return done(ahead.poll());
        }
        if (fault != null) {
            throw fault;
        }
        return null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void readAhead() throws IOException {
        try {
            RawBlock block = frames.next();
            if (block == null) {
                read = true;
            } else {
                ahead.add(threads.submit(() -> ExaminedBlock.ahead(block, examiner)));
            }
        } catch (ArchiveCorruptException corrupt) {
            read = true;
            fault = corrupt;
        }
    }

    private static ExaminedBlock done(Future<ExaminedBlock> block) throws IOException {
        try {
            return block.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
