package tracker.api;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing again and again on a thread of its own, until it is closed. A round that fails is logged, and the next one comes all the same. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration every;
    private final ScheduledExecutorService thread;

    /** {@code every} is the pause between the end of a round and the beginning of the next. */
    public Rounds(String name, Duration every) {
        this.name = name;
        this.every = every;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    public void start(Duration first, Runnable round) {
        var unused = thread.scheduleWithFixedDelay(
                () -> safely(round), first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round that goes on is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void safely(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException fault) {
            LOG.warn("{}: {}", name, fault.getMessage(), fault);
        }
    }
}
