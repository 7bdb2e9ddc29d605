package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.StreamItem;
import tracker.api.faults.history.Entry.StreamOpened;
import tracker.streams.domain.event.Hash;

/** A small history put together by hand. Each thing happens behind the one before; the log is what it is told to be. */
final class Scene {
    static final String SUBJECT = "p/indicator/I01";
    static final String OTHER = "p/indicator/I02";

    private final List<Entry> entries = new ArrayList<>();
    private final List<Logged> log = new ArrayList<>();
    private final Map<String, Logged> last = new HashMap<>();
    private long clock;
    private long writes;

    /** The log goes on with an event that is as it should be: {@code command.position}. */
    Logged logs(String subject, String key, String command) {
        Logged before = last.get(subject);
        long position = log.size() + 1L;
        return logs(new Logged(
                position,
                command + "." + position,
                command,
                subject,
                before == null ? 1 : before.version() + 1,
                "hash " + position,
                before == null ? Hash.NONE.hex() : before.hash(),
                key));
    }

    /** The log goes on with that event, whatever is wrong with it. */
    Logged logs(Logged event) {
        log.add(event);
        last.put(event.subject(), event);
        return event;
    }

    /** {@code count} events of the subject that no client asked for. */
    Scene begins(int count) {
        for (int event = 0; event < count; event++) {
            logs(SUBJECT, null, "seed" + event);
        }
        return this;
    }

    long writing(String key, Long expected) {
        return writing(key, expected, "payload");
    }

    long writing(String key, Long expected, String payload) {
        entries.add(new Entry.WriteInvoked(++writes, "writer", ++clock, SUBJECT, key, expected, payload));
        return writes;
    }

    void ended(long write, Outcome outcome) {
        entries.add(new Entry.WriteEnded(write, ++clock, outcome));
    }

    Scene writes(String key, Long expected, Outcome outcome) {
        ended(writing(key, expected), outcome);
        return this;
    }

    /** A write that is in the log, and answered so. */
    Logged writes(String key, Long expected) {
        long write = writing(key, expected);
        Logged event = logs(SUBJECT, key, "c" + write);
        ended(write, answered(event));
        return event;
    }

    static Outcome answered(Logged event) {
        return new Outcome.Answered(List.of(event.id()), event.version(), event.position());
    }

    Scene reads(Long token, Long version, Long position) {
        entries.add(new Read("reader", ++clock, ++clock, SUBJECT, token, version, position, "digest", null));
        return this;
    }

    Scene asks(String asOf, long version, String digest) {
        entries.add(new Read("reader", ++clock, ++clock, SUBJECT, null, version, null, digest, asOf));
        return this;
    }

    Scene opens(long after) {
        entries.add(new StreamOpened("stream", "p", ++clock, after));
        return this;
    }

    Scene receives(long... positions) {
        for (long position : positions) {
            Logged event = log.stream()
                    .filter(one -> Objects.equals(one.position(), position))
                    .findFirst()
                    .orElseThrow();
            receives(position, event.id(), event.hash());
        }
        return this;
    }

    Scene receives(long position, String id, String hash) {
        entries.add(new StreamItem("stream", ++clock, position, id, hash));
        return this;
    }

    Scene breaks() {
        entries.add(new Entry.Fault(++clock, "kill", "node 1"));
        return this;
    }

    List<Entry> entries() {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(log);
        return all;
    }

    Verdict verdict() {
        return new HistoryChecker().check(History.of(entries()));
    }
}
