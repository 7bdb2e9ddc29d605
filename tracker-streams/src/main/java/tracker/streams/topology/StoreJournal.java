package tracker.streams.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Journal;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;

/** The journal of one command over the write path's store. Reads through to the store; what is recorded is kept aside until written. */
final class StoreJournal implements Journal {
    private static final InternalJson<SubjectRow> ROWS = new InternalJson<>(SubjectRow.class);
    private static final InternalJson<PlanHead> HEADS = new InternalJson<>(PlanHead.class);

    private final KeyValueStore<String, byte[]> store;
    private final EventCodec codec;
    private final Command command;
    private final boolean simulated;
    private final Instant now;
    private final Instant recordedAt;
    /** What was read or recorded, by key; null where there is no such subject. */
    private final Map<String, SubjectRow> rows = new HashMap<>();

    private final Set<String> changed = new TreeSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private PlanHead head;

    /** An event as it goes to the log. */
    record Entry(SubjectId subject, String eventId, byte[] encoded) {}

    /** {@code now} is the command's time; what is recorded is never earlier than what was recorded before. */
    StoreJournal(KeyValueStore<String, byte[]> store, EventCodec codec, Command command, Instant now) {
        this.store = store;
        this.codec = codec;
        this.command = command;
        head = head(store, command.subject().plan());
        simulated = isSimulated();
        this.now = simulated ? simulatedTime(command, head, now) : now;
        recordedAt = this.now.isBefore(head.recordedAt()) ? head.recordedAt() : this.now;
    }

    private boolean isSimulated() {
        PlanState plan = plan();
        return plan == null
                ? registered(command.intent()) != null
                        && registered(command.intent()).simulated()
                : plan.definition().simulated();
    }

    /** The definition that the command would register, null where it registers none. */
    private static PlanDefinition registered(Intent intent) {
        if (intent instanceof Intent.Batch batch && !batch.items().isEmpty()) {
            return registered(batch.items().get(0).intent());
        }
        return intent instanceof Intent.RegisterPlan register ? register.definition() : null;
    }

    /** A simulated plan's clock is moved by those who say so, and stands still for everybody else. */
    private static Instant simulatedTime(Command command, PlanHead head, Instant now) {
        if (command.simulatedAt() != null) {
            return command.simulatedAt();
        }
        return head.position() == 0 ? now : head.recordedAt();
    }

    /** The moment at which the command is taken to have been recorded. */
    Instant now() {
        return now;
    }

    /** Where the plan's log ends; its start where there is none. */
    static PlanHead head(KeyValueStore<String, byte[]> store, String plan) {
        byte[] row = store.get(headKey(plan));
        return row == null ? PlanHead.START : HEADS.decode(row);
    }

    @Override
    public PlanState plan() {
        return (PlanState) find(SubjectId.ofPlan(command.subject().plan()));
    }

    @Override
    public Subject find(SubjectId id) {
        SubjectRow row = row(id.key());
        return row == null ? null : row.subject();
    }

    @Override
    public Iterable<Subject> all() {
        String plan = command.subject().plan();
        TreeMap<String, Subject> all = new TreeMap<>();
        // From slash to the character after it: the plan's own keys, and no other plan's that begins alike.
        try (KeyValueIterator<String, byte[]> stored = store.range(plan + "/", plan + "0")) {
            stored.forEachRemaining(entry -> {
                if (!entry.key.equals(headKey(plan))) {
                    all.put(entry.key, row(entry.key, entry.value).subject());
                }
            });
        }
        changed.forEach(key -> all.put(key, rows.get(key).subject()));
        all.remove(SubjectId.ofPlan(plan).key());
        return List.copyOf(all.values());
    }

    @Override
    public Subject record(SubjectId subject, Fact fact, String reason) {
        SubjectRow before = row(subject.key());
        head = new PlanHead(head.position() + 1, recordedAt);
        Event event = new Event(
                command.id() + "." + (entries.size() + 1),
                subject,
                before == null ? 1 : before.subject().head().version() + 1,
                head.position(),
                recordedAt,
                command.actor(),
                reason,
                command.idempotencyKey(),
                command.id(),
                before == null ? Hash.NONE : before.hash(),
                simulated,
                fact);
        byte[] encoded = codec.encode(event);
        Subject after = Evolution.evolve(before == null ? null : before.subject(), event);
        rows.put(subject.key(), new SubjectRow(after, EventCodec.hash(encoded)));
        changed.add(subject.key());
        entries.add(new Entry(subject, event.id(), encoded));
        return after;
    }

    @Override
    public String lastEventId() {
        return entries.get(entries.size() - 1).eventId();
    }

    List<Entry> entries() {
        return entries;
    }

    PlanHead head() {
        return head;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** What is to be stored if all goes well. */
    List<Row> changedRows() {
        List<Row> encoded = new ArrayList<>();
        changed.forEach(key -> encoded.add(new Row(key, ROWS.encode(rows.get(key)))));
        encoded.add(new Row(headKey(command.subject().plan()), HEADS.encode(head)));
        return encoded;
    }

    record Row(String key, byte[] value) {}

    private SubjectRow row(String key) {
        return rows.containsKey(key) ? rows.get(key) : row(key, store.get(key));
    }

    private SubjectRow row(String key, byte[] stored) {
        return rows.computeIfAbsent(key, unread -> ROWS.decode(stored));
    }

    /** Cannot be a subject's key: that has two slashes. */
    static String headKey(String plan) {
        return plan + "/head";
    }
}
