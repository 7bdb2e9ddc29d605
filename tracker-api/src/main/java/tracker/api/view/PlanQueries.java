package tracker.api.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.SeriesView;
import tracker.streams.domain.view.Standing;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.topology.PlanSums;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/** What the views say of a plan and its subjects now. Empty means that there is no such thing, never that it is not known yet. */
public final class PlanQueries {
    private static final String AFTER_ALL = "\uffff";

    private final TrackerStreams streams;
    private final StateQueries stores;
    private final AppliedPositions applied;
    private final Duration wait;
    private final ViewJson json = new ViewJson();

    /** {@code wait} bounds how long a read waits for the position in its token. */
    public PlanQueries(TrackerStreams streams, AppliedPositions applied, Duration wait) {
        this.streams = streams;
        this.stores = new StateQueries(streams.views(), streams.partitions());
        this.applied = applied;
        this.wait = wait;
    }

    /** Returns once the views have applied that position; {@link NotReadyException} where they have not in time. */
    public void await(PositionToken token) {
        await(token, wait);
    }

    /** As {@link #await(PositionToken)}, for one who has longer. */
    public void await(PositionToken token, Duration atMost) {
        CompletableFuture<Void> reached = applied.reached(token.plan(), token.position());
        try {
            if (!reached.isDone() && position(token.plan()) < token.position()) {
                reached.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException late) {
            throw new NotReadyException("the views have not reached " + token + " yet");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("interrupted");
        } finally {
            reached.cancel(false);
        }
    }

    /** The plan's last position; 0 where there is no such plan. */
    public long position(String plan) {
        return sums(plan).map(sums -> sums.latest().position()).orElse(0L);
    }

    /** The plan as a whole; its version for readers is the plan's position, which every change of a subject moves. */
    public Optional<Versioned> plan(String plan) {
        return planState(plan).flatMap(state -> sums(plan).map(sums -> {
            PlanView view = PlanView.of(state, sums.tally(), Standing.ofPlan(state, sums.latest()));
            return new Versioned(sums.latest().position(), json.encode(view));
        }));
    }

    public Optional<Versioned> one(SubjectId subject) {
        return row(ViewTopology.VIEWS, subject.plan(), subject.key())
                .map(ViewRow::decode)
                .map(row -> new Versioned(row.version(), row.json()));
    }

    /** The views of all subjects of a kind, by id. */
    public List<byte[]> all(String plan, Kind kind) {
        String prefix = ViewKeys.kind(plan, kind);
        return range(ViewTopology.VIEWS, plan, prefix, prefix + AFTER_ALL, Integer.MAX_VALUE).stream()
                .map(row -> ViewRow.decode(row.value).json())
                .toList();
    }

    /** Entries of versions above {@code after}, oldest first. */
    public List<byte[]> history(SubjectId subject, long after, int limit) {
        return range(
                        ViewTopology.HISTORY,
                        subject.plan(),
                        ViewKeys.version(subject, after + 1),
                        ViewKeys.version(subject, Long.MAX_VALUE),
                        limit)
                .stream()
                .map(row -> row.value)
                .toList();
    }

    /** Events at positions above {@code after}, in the log's order, as they lie in the log. */
    public List<byte[]> events(String plan, long after, int limit) {
        return range(
                        ViewTopology.LOG,
                        plan,
                        ViewKeys.position(plan, after + 1),
                        ViewKeys.position(plan, Long.MAX_VALUE),
                        limit)
                .stream()
                .map(row -> row.value)
                .toList();
    }

    public Optional<Versioned> series(SubjectId indicator) {
        return subject(indicator)
                .filter(IndicatorState.class::isInstance)
                .map(IndicatorState.class::cast)
                .flatMap(state -> planState(indicator.plan())
                        .map(plan -> new Versioned(state.head().version(), json.encode(SeriesView.of(plan, state)))));
    }

    /** The report in force for a period. */
    public Optional<Versioned> report(SubjectId id, Period period) {
        return subject(id)
                .filter(Tracked.class::isInstance)
                .map(Tracked.class::cast)
                .flatMap(subject -> Optional.<InForce<?>>ofNullable(
                                subject.reports().get(period))
                        .map(found -> new Versioned(subject.head().version(), json.encode(found))));
    }

    public boolean hasPlan(String plan) {
        return planState(plan).isPresent();
    }

    /** Every plan's id. */
    public List<String> plans() {
        requireCaughtUp();
        return stores.plans(ViewTopology.STATES);
    }

    /** A plan's warnings, open or not, oldest first, as JSON. */
    public List<byte[]> warnings(String plan) {
        String prefix = ViewKeys.warnings(plan);
        return range(ViewTopology.VIEWS, plan, prefix, prefix + AFTER_ALL, Integer.MAX_VALUE).stream()
                .map(row -> ViewRow.decode(row.value).json())
                .toList();
    }

    /** The plan with all its subjects. The position is read first: nothing up to it is missing. */
    public Optional<PlanSnapshot> snapshot(String plan) {
        return sums(plan).flatMap(sums -> planState(plan).map(state -> {
            List<Subject> subjects = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                if (kind != Kind.PLAN) {
                    String prefix = ViewKeys.kind(plan, kind);
                    range(ViewTopology.STATES, plan, prefix, prefix + AFTER_ALL, Integer.MAX_VALUE)
                            .forEach(row -> subjects.add(StoredStates.subject(row.value)));
                }
            }
            return new PlanSnapshot(state, sums.latest(), subjects);
        }));
    }

    /** What {@code of} makes of the plan as it stands, as JSON; its version is the plan's position. */
    public Optional<Versioned> derived(String plan, Function<PlanSnapshot, Optional<?>> of) {
        return snapshot(plan).flatMap(snapshot -> of.apply(snapshot)
                .map(view -> new Versioned(snapshot.latest().position(), json.encode(view))));
    }

    public Optional<PlanState> planState(String plan) {
        return subject(SubjectId.ofPlan(plan)).map(PlanState.class::cast);
    }

    public Optional<Subject> subject(SubjectId id) {
        return row(ViewTopology.STATES, id.plan(), id.key()).map(StoredStates::subject);
    }

    private Optional<PlanSums> sums(String plan) {
        return row(ViewTopology.STATES, plan, ViewKeys.sums(plan)).map(StoredStates::sums);
    }

    private Optional<byte[]> row(String store, String plan, String key) {
        requireCaughtUp();
        return stores.get(store, plan, key);
    }

    private List<KeyValue<String, byte[]>> range(String store, String plan, String from, String to, int limit) {
        requireCaughtUp();
        return stores.range(store, plan, from, to, limit);
    }

    private void requireCaughtUp() {
        if (!streams.hasCaughtUp()) {
            throw new NotReadyException("the views are still reading the log that was there at the start");
        }
    }
}
