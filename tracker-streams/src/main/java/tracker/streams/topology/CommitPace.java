package tracker.streams.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a stream thread commits: as soon as something was done, but never sooner after the last commit than {@code interval}, nor than that
 * commit took; and after one that many were waiting for, than {@value #WORK} times as long, so that most of the time is left for work. A thread that just commits at an interval does nothing else once a commit takes longer than it: brokers that are slow
 * would make it slower still, down to a record a commit. Shared by a thread's tasks, which commit together. Not thread-safe.
 */
final class CommitPace {
    private static final Duration LOOK_EVERY = Duration.ofMillis(1);
    /** A task that asked and was closed before it could see its commit keeps nobody waiting longer. */
    private static final long FORGOTTEN_MILLIS = 1_000;
    /** Where so many come between two commits, more of them gain by a later one than lose. */
    private static final int MANY = 16;

    private static final int WORK = 4;
    private static final long LONGEST_MILLIS = 50;

    private final long interval;
    private long asked;
    private long askedAt;
    private boolean underWay;
    private int worked;
    private int committed;
    private long endedAt;
    private long wait;

    /** Each thread's own, of the threads that one topology runs on. */
    static ThreadLocal<CommitPace> ofEachThread(Duration interval) {
        return ThreadLocal.withInitial(() -> new CommitPace(interval));
    }

    CommitPace(Duration interval) {
        this.interval = interval.toMillis();
        this.wait = this.interval;
    }

    /** A task of the thread. */
    final class Task implements AutoCloseable {
        private final Runnable commit;
        private final Cancellable looking;
        /** How often was asked when it worked last; before that, nothing is to be committed. */
        private long workedAfter = -1;

        private boolean asks;

        private Task(ProcessorContext<?, ?> context) {
            commit = context::commit;
            // Here, and not where it works: what a thread is asked for while it punctuates it does right after that.
            looking = context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
        }

        /** Something was done that is to be committed. */
        void worked() {
            workedAfter = asked;
            worked++;
        }

        private void look(long now) {
            if (asks) {
                ended(now);
                asks = false;
            }
            if (workedAfter == asked && isDue(now)) {
                asked++;
                askedAt = now;
                underWay = true;
                committed = worked;
                worked = 0;
                asks = true;
                commit.run();
            }
        }

        @Override
        public void close() {
            looking.cancel();
            underWay &= !asks;
        }
    }

    Task begin(ProcessorContext<?, ?> context) {
        return new Task(context);
    }

    private void ended(long now) {
        underWay = false;
        endedAt = now;
        long took = now - askedAt;
        long forMany = committed < MANY ? 0 : Math.min(WORK * took, LONGEST_MILLIS);
        wait = Math.max(interval, Math.max(took, forMany));
    }

    private boolean isDue(long now) {
        return underWay ? now - askedAt >= FORGOTTEN_MILLIS : now - endedAt >= wait;
    }
}
