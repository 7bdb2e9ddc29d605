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
import tracker.streams.codec.EventCodec;
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
    private final CachedRows<SubjectRow> subjects;
    private final CachedRows<PlanHead> heads;
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
    StoreJournal(
            CachedRows<SubjectRow> subjects,
            CachedRows<PlanHead> heads,
            EventCodec codec,
            Command command,
            Instant now) {
        this.subjects = subjects;
        this.heads = heads;
        this.codec = codec;
        this.command = command;
        PlanHead known = heads.get(headKey(command.subject().plan()));
        head = known == null ? PlanHead.START : known;
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
        try (KeyValueIterator<String, byte[]> stored = subjects.store().range(plan + "/", plan + "0")) {
            stored.forEachRemaining(entry -> {
                if (!entry.key.equals(headKey(plan))) {
                    all.put(
                            entry.key,
                            rows.computeIfAbsent(entry.key, unread -> StoredStates.ROWS.decode(entry.value))
                                    .subject());
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
    List<CachedRows.Change<?>> changedRows() {
        List<CachedRows.Change<?>> encoded = new ArrayList<>();
        changed.forEach(key -> encoded.add(subjects.change(key, rows.get(key))));
        encoded.add(heads.change(headKey(command.subject().plan()), head));
        return encoded;
    }

    private SubjectRow row(String key) {
        return rows.computeIfAbsent(key, subjects::get);
    }

    /** Cannot be a subject's key: that has two slashes. */
    static String headKey(String plan) {
        return plan + "/head";
    }
}
