package tracker.streams.topology;

import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.HistoryJson;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.view.Contribution;
import tracker.streams.domain.view.Tally;
import tracker.streams.domain.view.View;
import tracker.streams.domain.view.Views;
import tracker.streams.domain.view.WarningEntry;

/** Applies one event after the other. An event that does not continue its subject's chain and its plan's order is not applied. */
final class ViewProcessor implements Processor<String, byte[], String, byte[]> {
    private final EventCodec codec;
    private final AppliedListener listener;
    private final ThreadLocal<CommitPace> pace;
    private final RowCache kept;
    private CommitPace.Task commits;
    private final ViewJson viewJson = new ViewJson();
    private final HistoryJson historyJson = new HistoryJson();
    private CachedRows<SubjectRow> states;
    private CachedRows<PlanSums> sums;
    private KeyValueStore<String, byte[]> views;
    private KeyValueStore<String, byte[]> history;
    private KeyValueStore<String, byte[]> timeline;
    private KeyValueStore<String, byte[]> snapshots;
    private KeyValueStore<String, byte[]> log;
    private KeyValueStore<String, byte[]> tree;
    private DeadLetters deadLetters;
    private int partition;

    ViewProcessor(EventCodec codec, AppliedListener listener, ThreadLocal<CommitPace> pace, RowCache kept) {
        this.kept = kept;
        this.pace = pace;
        this.codec = codec;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        KeyValueStore<String, byte[]> rows = context.getStateStore(ViewTopology.STATES);
        states = new CachedRows<>(rows, StoredStates.ROWS, kept);
        sums = new CachedRows<>(rows, StoredStates.SUMS, kept);
        views = context.getStateStore(ViewTopology.VIEWS);
        history = context.getStateStore(ViewTopology.HISTORY);
        timeline = context.getStateStore(ViewTopology.TIMELINE);
        snapshots = context.getStateStore(ViewTopology.SNAPSHOTS);
        log = context.getStateStore(ViewTopology.LOG);
        tree = context.getStateStore(ViewTopology.TREE);
        deadLetters = new DeadLetters(context);
        partition = context.taskId().partition();
        commits = pace.get().begin(context);
        listener.begun(partition);
    }

    @Override
    public void close() {
        commits.close();
        states.close();
        sums.close();
        listener.ended(partition);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        commits.worked();
        // Whatever lies on the log is in its tree, usable or not: the tree proves what is there.
        long index = TreeRows.append(tree, record.value() == null ? new byte[0] : record.value());
        Applied applied;
        try {
            applied = apply(record);
        } catch (RuntimeException unusable) {
            deadLetters.send(record, unusable);
            return;
        }
        Event event = applied.event();
        String key = event.subject().key();
        applied.state().write();
        if (applied.view() != null) {
            views.put(key, new ViewRow(event.version(), applied.view()).encode());
        }
        applied.warnings()
                .forEach(warning -> views.put(
                        ViewKeys.warning(event.subject().plan(), Long.parseLong(warning.id())),
                        new ViewRow(event.position(), viewJson.encode(warning)).encode()));
        timeline.put(
                ViewKeys.moment(event.subject(), event.recordedAt(), event.version()),
                new ViewRow(event.version(), applied.view() == null ? new byte[0] : applied.view()).encode());
        if (event.version() % ViewTopology.SNAPSHOT_EVERY == 0) {
            snapshots.put(
                    ViewKeys.version(event.subject(), event.version()),
                    applied.state().encoded());
        }
        history.put(ViewKeys.version(event.subject(), event.version()), applied.history());
        log.put(ViewKeys.position(event.subject().plan(), event.position()), record.value());
        tree.put(TreeRows.event(event.id()), new TreeRows.Leaf(index, event.position()).encode());
        // Last, because readers take the plan's position from it: whoever sees that sees all the rest.
        applied.sums().write();
        listener.applied(event.subject().plan(), event.position());
    }

    private Applied apply(Record<String, byte[]> record) {
        Event event = codec.decode(record.value());
        SubjectId id = event.subject();
        SubjectRow row = states.get(id.key());
        PlanSums summed = sums.get(ViewKeys.sums(id.plan()));
        requireNext(event, row, summed, record.key());
        Subject before = row == null ? null : row.subject();
        Subject after = Evolution.evolve(before, event);
        PlanState plan = after instanceof PlanState changed ? changed : plan(id.plan());
        View viewAfter = Views.of(plan, after).orElse(null);
        byte[] jsonAfter = viewAfter == null ? null : viewJson.encode(viewAfter);
        // As it was shown: the plan's rules may have changed since.
        byte[] shown = views.get(id.key());
        byte[] jsonBefore = shown == null ? null : ViewRow.decode(shown).json();
        Tally tally = event.fact() instanceof Fact.PlanAdjusted adjusted && adjusted.change() instanceof Change.OfPlan
                ? everyone(plan)
                : (summed == null ? Tally.EMPTY : summed.tally())
                        .minus(contribution(
                                before == null ? null : Views.of(plan, before).orElse(null)))
                        .plus(contribution(viewAfter));
        return new Applied(
                event,
                states.change(id.key(), new SubjectRow(after, EventCodec.hash(record.value()))),
                sums.change(ViewKeys.sums(id.plan()), new PlanSums(after.head(), tally)),
                jsonAfter,
                after instanceof Tracked tracked
                        ? WarningEntry.of((Tracked) before, tracked, event)
                        : List.<WarningEntry>of(),
                historyJson.encode(event, jsonBefore, jsonAfter));
    }

    private PlanState plan(String plan) {
        SubjectRow row = states.get(SubjectId.ofPlan(plan).key());
        if (row == null) {
            throw new IllegalStateException("an event of plan " + plan + " before its registration");
        }
        return (PlanState) row.subject();
    }

    /** Summed anew: by other rules of the plan each subject may count otherwise, though nothing has happened to it. */
    private Tally everyone(PlanState plan) {
        Tally tally = Tally.EMPTY;
        for (Kind kind : Kind.values()) {
            try (KeyValueIterator<String, byte[]> rows =
                    states.store().prefixScan(ViewKeys.kind(plan.head().id().plan(), kind), new StringSerializer())) {
                while (rows.hasNext()) {
                    Subject subject = StoredStates.subject(rows.next().value);
                    tally = tally.plus(contribution(Views.of(plan, subject).orElse(null)));
                }
            }
        }
        return tally;
    }

    private static Tally contribution(View view) {
        return view == null ? Tally.EMPTY : Contribution.of(view);
    }

    private static void requireNext(Event event, SubjectRow row, PlanSums sums, String key) {
        long position = sums == null ? 1 : sums.latest().position() + 1;
        if (event.position() != position) {
            throw new IllegalStateException("position %d of plan %s where %d follows"
                    .formatted(event.position(), event.subject().plan(), position));
        }
        Hash hash = row == null ? Hash.NONE : row.hash();
        if (!event.previousHash().equals(hash)) {
            throw new IllegalStateException(event.subject().key() + ": the event does not name its predecessor's hash");
        }
        if (!event.subject().key().equals(key)) {
            throw new IllegalStateException(event.subject().key() + ": the record's key is another subject");
        }
    }

    private record Applied(
            Event event,
            CachedRows.Change<SubjectRow> state,
            CachedRows.Change<PlanSums> sums,
            byte[] view,
            List<WarningEntry> warnings,
            byte[] history) {}
}
