package tracker.api.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.view.WarningEntry;
import tracker.streams.runtime.AppliedPositions;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/** The way to what the views say of plans, now and at any moment before. Empty means that there is no such thing, never that it is not known yet. */
public final class PlanQueries {
    private final Supplier<ViewSource> sources;
    private final EventCodec codec;
    private final Duration wait;
    private final ViewJson json = new ViewJson();
    private final Overviews overviews;

    /** {@code wait} bounds how long a read waits for the position in its token. */
    public PlanQueries(TrackerStreams streams, EventCodec codec, Duration wait) {
        this(() -> ViewSource.active(streams), codec, wait);
    }

    /** Each query asks for its source anew. */
    PlanQueries(Supplier<ViewSource> sources, EventCodec codec, Duration wait) {
        this(sources, codec, wait, new Overviews());
    }

    private PlanQueries(Supplier<ViewSource> sources, EventCodec codec, Duration wait, Overviews overviews) {
        this.sources = sources;
        this.codec = codec;
        this.wait = wait;
        this.overviews = overviews;
    }

    /** The same queries of the generation that is read now, also when another one takes its place. */
    PlanQueries pinned() {
        ViewSource pinned = sources.get();
        return new PlanQueries(() -> pinned, codec, wait, overviews);
    }

    AppliedPositions applied() {
        return sources.get().applied();
    }

    /** Returns once the views have applied that position; {@link NotReadyException} where they have not in time. */
    public void await(PositionToken token) {
        await(token, wait);
    }

    /** As {@link #await(PositionToken)}, for one who has longer. */
    public void await(PositionToken token, Duration atMost) {
        await(source(token.plan()), token, atMost);
    }

    /** As {@link #await(PositionToken, Duration)}, of a plan that may be on another node, which shows it then. */
    public void awaitIfHere(PositionToken token, Duration atMost) {
        try {
            await(token, atMost);
        } catch (NotReadyException late) {
            if (isHere(token.plan())) {
                throw late;
            }
        }
    }

    private boolean isHere(String plan) {
        try {
            position(plan);
            return true;
        } catch (StoreMovedException elsewhere) {
            return false;
        }
    }

    private void await(ViewSource source, PositionToken token, Duration atMost) {
        if (source.applied().position(token.plan()) >= token.position()) {
            return;
        }
        CompletableFuture<Void> reached = source.applied().reached(token.plan(), token.position());
        try {
            if (!reached.isDone() && position(source, token.plan()) < token.position()) {
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
        return position(source(plan), plan);
    }

    /** Whether nothing has happened to the plan since that position, as far as this node knows without asking the stores. */
    public boolean isUnchanged(PositionToken since) {
        ViewSource source = sources.get();
        return source.caughtUp().getAsBoolean() && source.applied().position(since.plan()) == since.position();
    }

    /** The plan as it is now; empty where there is none. */
    public Optional<PlanReads> now(String plan) {
        return present(source(plan), plan);
    }

    /** The plan as it is once the views have applied that position of it. */
    public Optional<PlanReads> now(PositionToken token) {
        ViewSource source = source(token.plan());
        await(source, token, wait);
        return present(source, token.plan());
    }

    private Optional<PlanReads> present(ViewSource source, String plan) {
        LongConsumer note = source.applied().noting(plan);
        Optional<PlanReads> present = PresentPlan.of(new PlanRows(source.stores(), codec, plan), overviews, json);
        present.ifPresent(reads -> note.accept(reads.position()));
        return present;
    }

    /** The plan as it was known at a moment; empty where it had no event yet. */
    public Optional<PlanReads> asOf(String plan, Instant at) {
        PlanRows rows = rows(plan);
        return PresentPlan.of(rows, overviews, json).flatMap(now -> PastPlan.of(rows, now.position(), at, json));
    }

    /** A subject's view as it was at a version; empty where it has no such version. */
    public Optional<Versioned> atVersion(SubjectId subject, long version) {
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
        return rows(plan).events(after, limit);
    }

    /** The warning that an event of the log is about, as the views showed it right after that event; empty where it is about none. */
    public Optional<WarningEntry> warning(Event event) {
        return event.fact().warning().flatMap(rule -> {
            Subject before = PastPlan.atVersion(rows(event.subject().plan()), event.subject(), event.version() - 1);
            return before instanceof Tracked tracked
                    ? WarningEntry.of(tracked, (Tracked) Evolution.evolve(tracked, event), event).stream()
                            .filter(entry -> entry.rule() == rule)
                            .findFirst()
                    : Optional.empty();
        });
    }

    /** Tells {@code moved} whenever the plan's views have moved on, on the stream's thread, until it is closed. */
    public PlanWatch watch(String plan, Runnable moved) {
        return new PlanWatch(this::applied, plan, moved);
    }

    public boolean hasPlan(String plan) {
        return planState(plan).isPresent();
    }

    /** The ids of the plans that are here, and in which partitions of the log they were looked for. */
    public PlansHere plansHere() {
        ViewSource source = sources.get();
        source.requireCaughtUp();
        return source.stores().plans(ViewTopology.STATES);
    }

    /** The ids of the plans that something has happened to since this node started, as far as it knows without asking the stores. */
    public Set<String> plansMoved() {
        return sources.get().applied().soFar().keySet();
    }

    public Optional<PlanState> planState(String plan) {
        return subject(SubjectId.ofPlan(plan)).map(PlanState.class::cast);
    }

    /** When the plan's first event was recorded: nothing was known of it before. Empty for an unknown plan. */
    public Optional<Instant> registeredAt(String plan) {
        return events(plan, 0, 1).stream().findFirst().map(first -> codec.decode(first)
                .recordedAt());
    }

    public Optional<Subject> subject(SubjectId id) {
        return rows(id.plan()).get(ViewTopology.STATES, id.key()).map(StoredStates::subject);
    }

    private long position(ViewSource source, String plan) {
        return new PlanRows(source.stores(), codec, plan).position();
    }

    private PlanRows rows(String plan) {
        return new PlanRows(source(plan).stores(), codec, plan);
    }

    /** What is read now, no less far than what was read before it: also where the stores have gone back to what was committed. */
    private ViewSource source(String plan) {
        ViewSource source = sources.get();
        source.requireCaughtUp();
        try {
            long left =
                    source.leftAt().get(wait.toMillis(), TimeUnit.MILLISECONDS).getOrDefault(plan, 0L);
            await(
                    source,
                    new PositionToken(plan, Math.max(left, source.applied().highest(plan))),
                    wait);
            return source;
        } catch (ExecutionException | TimeoutException changing) {
            throw new NotReadyException("another generation of the views is taking over");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("interrupted");
        }
    }
}
