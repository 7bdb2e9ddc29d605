package tracker.api.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.blobs.StoreUnavailableException;
import tracker.api.view.NotReadyException;
import tracker.api.view.PlanWatch;

/**
 * Gives each webhook its turns, on a bounded number of threads, so that none holds up another for longer than one attempt takes. A webhook
 * is served by the node that holds its plan's events. Costs nothing but the table while there is no webhook.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** Plans move from node to node, and views from generation to generation, without a word to us. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Duration GATHER = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final WebhookTable table;
    private final Line.Parts parts;
    private final Predicate<String> isHere;
    private final Clock clock;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Courier::daemon);
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final Map<String, PlanWatch> watches = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean closing;

    /** {@code isHere} says of a plan whether this node serves its webhooks now. */
    public Courier(WebhookTable table, Line.Parts parts, Predicate<String> isHere, Clock clock, int parallel) {
        this.table = table;
        this.parts = parts;
        this.isHere = isHere;
        this.clock = clock;
        this.workers = new ThreadPoolExecutor(
                parallel,
                parallel,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                // No more than one entry a webhook.
                new LinkedBlockingQueue<>(),
                Courier::daemon);
        workers.allowCoreThreadTimeOut(true);
        // Only once it closes.
        workers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Begins to read the table, and to deliver once it has been read. Does not wait for either. */
    public void start() {
        table.start(this::changed);
    }

    /** Attempts under way are broken off, and made again by whoever goes on. */
    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        workers.shutdownNow();
        parts.sender().close();
        try {
            if (!workers.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an attempt to deliver does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        watches.values().forEach(PlanWatch::close);
        table.close();
    }

    /** How many attempts this node has made. */
    public Counts counts() {
        return parts.counts();
    }

    private void changed(String plan, String id) {
        if (closing) {
            return;
        }
        if (looking.compareAndSet(false, true)) {
            var unused = timer.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } else if (table.isRead() && !watches.containsKey(plan)) {
            timer.execute(this::look);
        }
        seats.computeIfAbsent(plan + "/" + id, key -> new Seat(plan, id)).wake();
    }

    /** Whatever was missed, and whatever cannot be heard of. */
    private void look() {
        for (Held held : table.all()) {
            try {
                if (held.webhook() != null && isHere.test(held.webhook().plan())) {
                    String plan = held.webhook().plan();
                    watches.computeIfAbsent(plan, this::watch).refresh();
                }
            } catch (RuntimeException later) {
                LOG.debug("the views cannot be listened to yet", later);
            }
        }
        seats.values().forEach(Seat::wake);
    }

    /** Of many moves close together the webhooks hear once, and not on the stream's thread. */
    private PlanWatch watch(String plan) {
        AtomicBoolean told = new AtomicBoolean();
        return parts.queries().watch(plan, () -> {
            if (told.compareAndSet(false, true)) {
                var unused = timer.schedule(
                        () -> {
                            told.set(false);
                            moved(plan);
                        },
                        GATHER.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        });
    }

    private void moved(String plan) {
        for (Seat seat : seats.values()) {
            if (seat.plan.equals(plan)) {
                seat.wake();
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "tracker-webhooks");
        thread.setDaemon(true);
        return thread;
    }

    /** A webhook's place among the others: it has at most one turn under way and one wake-up ahead. */
    private final class Seat {
        private final String plan;
        private final String id;
        private final Line line;
        private boolean busy;
        private boolean woken;
        /** Of the last wake-up that was set: an older one is of no account. */
        private long set;

        private Seat(String plan, String id) {
            this.plan = plan;
            this.id = id;
            this.line = new Line(table, parts);
        }

        private void wake() {
            synchronized (this) {
                if (busy || closing) {
                    woken = true;
                    return;
                }
                busy = true;
                woken = false;
            }
            workers.execute(this::run);
        }

        private void run() {
            Optional<Duration> next = turn();
            boolean again;
            long mine;
            synchronized (this) {
                again = !closing && (woken || next.filter(Duration::isZero).isPresent());
                busy = again;
                woken = false;
                mine = ++set;
            }
            if (again) {
                // Behind the others.
                workers.execute(this::run);
            } else if (next.isPresent() && !closing) {
                var unused = timer.schedule(() -> due(mine), next.get().toMillis() + 1, TimeUnit.MILLISECONDS);
            }
        }

        private void due(long one) {
            boolean last;
            synchronized (this) {
                last = one == set;
            }
            if (last) {
                wake();
            }
        }

        private Optional<Duration> turn() {
            if (!table.isRead()) {
                return Optional.of(GATHER);
            }
            try {
                Optional<Held> held = table.find(plan, id);
                if (held.isEmpty()) {
                    table.sweep(plan, id);
                    seats.remove(plan + "/" + id, this);
                    return Optional.empty();
                }
                return isHere.test(plan) ? line.turn(held.get(), clock.instant()) : Optional.empty();
            } catch (NotReadyException | StoreUnavailableException later) {
                LOG.debug("webhook {} waits: {}", id, later.getMessage());
                return Optional.of(LOOK_EVERY);
            } catch (CancellationException stopping) {
                return Optional.empty();
            } catch (RuntimeException fault) {
                LOG.warn("webhook {} of {} waits: {}", id, plan, fault.getMessage(), fault);
                return Optional.of(LOOK_EVERY);
            }
        }
    }
}
