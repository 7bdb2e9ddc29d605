package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome;
import tracker.api.faults.history.FinalLog.KeyOfSubject;
import tracker.api.http.Problem;
import tracker.streams.domain.event.Hash;

/** What the tracker's write path does, as far as a history shows it: never wrong. */
final class ModelTracker {
    private final List<Logged> log = new ArrayList<>();
    private final Map<String, List<Logged>> plans = new HashMap<>();
    private final Map<String, NavigableMap<Long, Logged>> subjects = new HashMap<>();
    private final Map<KeyOfSubject, Remembered> remembered = new HashMap<>();
    private int days;

    record Command(long write, String subject, String key, Long expected, String payload) {}

    private record Remembered(String payload, Outcome outcome) {}

    /** {@code warns}: a second event of the subject follows. {@code elsewhere} is another subject that one follows on, or null. */
    Outcome decide(Command command, boolean warns, String elsewhere) {
        KeyOfSubject key = new KeyOfSubject(command.subject(), command.key());
        Remembered before = command.key() == null ? null : remembered.get(key);
        if (before != null) {
            return before.payload().equals(command.payload())
                    ? before.outcome()
                    : new Outcome.Refused(Problem.Type.KEY_REUSED.uri(), null);
        }
        Outcome outcome = decideAnew(command, warns, elsewhere);
        if (command.key() != null) {
            remembered.put(key, new Remembered(command.payload(), outcome));
        }
        return outcome;
    }

    private Outcome decideAnew(Command command, boolean warns, String elsewhere) {
        String subject = command.subject();
        if (command.expected() != null && command.expected() != version(subject)) {
            return new Outcome.Refused(Problem.Type.STALE_VERSION.uri(), version(subject));
        }
        String id = "c" + command.write();
        List<String> ids = new ArrayList<>();
        ids.add(append(id, subject, command.key()));
        if (warns) {
            ids.add(append(id, subject, command.key()));
        }
        if (elsewhere != null) {
            append(id, elsewhere, command.key());
        }
        return new Outcome.Answered(ids, version(subject), position(Entry.planOf(subject)));
    }

    /** An event that no client asked for. */
    void turnDay(String subject) {
        append("day" + ++days, subject, null);
    }

    private String append(String command, String subject, String key) {
        List<Logged> plan = plans.computeIfAbsent(Entry.planOf(subject), unseen -> new ArrayList<>());
        Logged before = latest(subject, Long.MAX_VALUE);
        long position = plan.size() + 1L;
        Logged event = new Logged(
                position,
                command + "." + position,
                command,
                subject,
                version(subject) + 1,
                "hash of " + command + "." + position,
                before == null ? Hash.NONE.hex() : before.hash(),
                key);
        log.add(event);
        plan.add(event);
        subjects.computeIfAbsent(subject, unseen -> new TreeMap<>()).put(position, event);
        return event.id();
    }

    /** 0 where there is no such subject. */
    long version(String subject) {
        return version(subject, Long.MAX_VALUE);
    }

    /** As of that position. */
    long version(String subject, long position) {
        Logged latest = latest(subject, position);
        return latest == null ? 0 : latest.version();
    }

    private Logged latest(String subject, long position) {
        NavigableMap<Long, Logged> events = subjects.getOrDefault(subject, new TreeMap<>());
        return events.isEmpty() || events.firstKey() > position
                ? null
                : events.floorEntry(position).getValue();
    }

    /** Of the plan's last event. */
    long position(String plan) {
        return plan(plan).size();
    }

    /** The events of that plan, in order. */
    List<Logged> plan(String plan) {
        return plans.getOrDefault(plan, List.of());
    }

    List<Logged> log() {
        return log;
    }
}
