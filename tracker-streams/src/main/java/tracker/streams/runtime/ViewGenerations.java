package tracker.streams.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.StreamsSettings.NodePath;

/**
 * The generations of the views that this node runs, as the control topic says. A new one is built beside the one that is read; when reads go
 * over to it, the old one goes on until it is retired, so that there is a way back.
 */
public final class ViewGenerations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewGenerations.class);
    private static final Duration APPLIED_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final StreamsSettings settings;
    private final EventCodec codec;
    private final Admin admin;
    private final Optional<Owners> owners;
    private final ThreadFaults faults;
    private final ControlTopic<ViewPlan> control;
    private final Map<Integer, ViewGeneration> running = new TreeMap<>();
    /** No longer run here, and not yet taken away from the brokers. */
    private final Set<Integer> leaving = new TreeSet<>();

    private final Thread watch = new Thread(this::watch, "tracker-views");
    private volatile ViewPlan plan;
    private volatile Active active;
    private volatile ViewGeneration standby;
    private volatile boolean closing;

    /**
     * The generation that is read. {@code leftAt}: how far reads had seen the one before, by plan; whoever reads this one waits until it is as
     * far. Known a moment after the change.
     */
    public record Active(ViewGeneration views, CompletableFuture<Map<String, Long>> leftAt) {}

    ViewGenerations(
            StreamsSettings settings, EventCodec codec, Admin admin, Optional<Owners> owners, ThreadFaults faults) {
        this.owners = owners;
        this.settings = settings;
        this.codec = codec;
        this.admin = admin;
        this.faults = faults;
        this.control = new ControlTopic<>(settings, "views", ViewPlan.class);
    }

    /** Returns once started; how far they are, they say themselves. */
    void start() {
        ViewPlan wanted = control.readToEnd().orElse(ViewPlan.FIRST);
        apply(wanted);
        // What the node was stopped before it had taken it away.
        IntStream.rangeClosed(1, wanted.last())
                .filter(number -> !wanted.runs(number))
                .forEach(leaving::add);
        watch.setDaemon(true);
        watch.start();
    }

    /** Null where this node keeps no views. */
    public Active active() {
        return active;
    }

    /** The number of the generation that is read, on whatever node. */
    public int activeNumber() {
        return plan.active();
    }

    /**
     * Whether the views that are read show all that lay in the log before {@code ends}, on whichever nodes they are: waits for that, at most
     * so long.
     */
    public boolean showAll(TopicReader.Ends ends, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        CatchUp progress = CatchUp.from(admin, settings, StreamsConfigs.viewsApplication(activeNumber()), ends);
        try {
            while (!progress.isDone()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
            return true;
        } catch (ExecutionException brokersDoNotSay) {
            LOG.debug("cannot read the progress of the views", brokersDoNotSay);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The one beside it, be it new or of before. */
    public Optional<ViewGeneration> standby() {
        return Optional.ofNullable(standby);
    }

    /** How many events each generation that runs here has still to apply, by its number. */
    public Map<Integer, Long> lags() {
        return Stream.of(Optional.ofNullable(active).map(Active::views), standby())
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(ViewGeneration::number, ViewGeneration::lag));
    }

    boolean isReady() {
        return !keepsViews()
                || active != null
                        && active.views().hasCaughtUp()
                        && active.views().isRunning();
    }

    /** Begins a new generation on every node. There must be none beside the active one. */
    public void build() {
        if (plan.standby() != null) {
            throw new IllegalStateException("generation " + plan.standby() + " runs beside already");
        }
        publish(plan.building());
    }

    /** Lets every node read generation {@code target}, which must run beside the active one and have caught up. */
    public void switchTo(int target) {
        ViewGeneration beside = standby;
        if (beside == null || beside.number() != target || !beside.hasCaughtUp()) {
            throw new IllegalStateException("generation " + target + " does not run beside, or has not caught up");
        }
        publish(plan.switched());
    }

    /** Stops the generation beside the active one and takes its stores away. */
    public void retire() {
        if (plan.standby() == null) {
            throw new IllegalStateException("no generation runs beside");
        }
        publish(plan.retired());
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        try {
            watch.join(APPLIED_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        control.close();
        running.values().forEach(ViewGeneration::close);
    }

    /** Returns once this node does as published. */
    private void publish(ViewPlan wanted) {
        CompletableFuture<Void> applied = control.publish(wanted);
        try {
            applied.get(APPLIED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the views' generations were not changed", failed);
        }
    }

    private void watch() {
        while (!closing) {
            try {
                control.poll(this::apply);
                for (ViewGeneration generation : running.values()) {
                    generation.look();
                }
                for (int number : List.copyOf(leaving)) {
                    if (ViewGeneration.discard(number, settings, admin)) {
                        leaving.remove(number);
                    }
                }
            } catch (InterruptedException | InterruptException closed) {
                return;
            } catch (RuntimeException fault) {
                // A broker's, most likely: the next round tries again.
                LOG.warn("the views' generations are not what they should be yet", fault);
            }
        }
    }

    private boolean keepsViews() {
        return settings.paths().contains(NodePath.READ);
    }

    private void apply(ViewPlan wanted) {
        if (keepsViews()) {
            run(wanted);
        }
        plan = wanted;
    }

    private void run(ViewPlan wanted) {
        List<Integer> numbers = new ArrayList<>(List.of(wanted.active()));
        Optional.ofNullable(wanted.standby()).ifPresent(numbers::add);
        for (int number : numbers) {
            running.computeIfAbsent(
                    number, unknown -> ViewGeneration.start(number, settings, codec, admin, owners, faults));
        }
        standby = wanted.standby() == null ? null : running.get(wanted.standby());
        if (active == null || active.views().number() != wanted.active()) {
            ViewGeneration before = active == null ? null : active.views();
            CompletableFuture<Map<String, Long>> leftAt = new CompletableFuture<>();
            active = new Active(running.get(wanted.active()), leftAt);
            // After the change: nobody begins to read the old one any more.
            leftAt.complete(before == null ? Map.of() : before.applied().soFar());
            LOG.info("generation {} of the views is read", wanted.active());
        }
        List<ViewGeneration> ended = running.values().stream()
                .filter(generation -> !wanted.runs(generation.number()))
                .toList();
        for (ViewGeneration generation : ended) {
            running.remove(generation.number());
            generation.close();
            leaving.add(generation.number());
        }
    }
}
