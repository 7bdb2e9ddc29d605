package tracker.api.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KeyValue;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.topology.PlanSums;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/** The way to what the views say of plans, now and at any moment before. Empty means that there is no such thing, never that it is not known yet. */
public final class PlanQueries {
    private final Stores stores;
    private final BooleanSupplier caughtUp;
    private final AppliedPositions applied;
    private final EventCodec codec;
    private final Duration wait;
    private final ViewJson json = new ViewJson();

    /** {@code wait} bounds how long a read waits for the position in its token. */
    public PlanQueries(TrackerStreams streams, AppliedPositions applied, EventCodec codec, Duration wait) {
        this(new StateQueries(streams.views(), streams.partitions()), streams::hasCaughtUp, applied, codec, wait);
    }

    /** Of stores wherever they lie; nothing is answered before they have {@code caughtUp}. */
    PlanQueries(Stores stores, BooleanSupplier caughtUp, AppliedPositions applied, EventCodec codec, Duration wait) {
        this.stores = stores;
        this.caughtUp = caughtUp;
        this.applied = applied;
        this.codec = codec;
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

    /** The plan as it is now; empty where there is none. */
    public Optional<PlanReads> now(String plan) {
        requireCaughtUp();
        return PresentPlan.of(rows(plan), json);
    }

    /** The plan as it was known at a moment; empty where it had no event yet. */
    public Optional<PlanReads> asOf(String plan, Instant at) {
        return now(plan).flatMap(now -> PastPlan.of(rows(plan), now.position(), at, json));
    }

    /** A subject's view as it was at a version; empty where it has no such version. */
    public Optional<Versioned> atVersion(SubjectId subject, long version) {
        requireCaughtUp();
        PlanRows rows = rows(subject.plan());
        return rows.history(subject, version - 1, version, 1).stream()
                .findFirst()
                .map(entry -> Instant.parse(StoredJson.text(entry, "recordedAt")))
                .flatMap(at -> rows.get(ViewTopology.TIMELINE, ViewKeys.moment(subject, at, version)))
                .map(ViewRow::decode)
                .map(row -> new Versioned(row.version(), row.json()));
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

    public boolean hasPlan(String plan) {
        return planState(plan).isPresent();
    }

    /** Every plan's id. */
    public List<String> plans() {
        requireCaughtUp();
        return stores.plans(ViewTopology.STATES);
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

    private PlanRows rows(String plan) {
        return new PlanRows(stores, codec, plan);
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
        if (!caughtUp.getAsBoolean()) {
            throw new NotReadyException("the views are still reading the log that was there at the start");
        }
    }
}
