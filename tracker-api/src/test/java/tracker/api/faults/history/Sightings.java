package tracker.api.faults.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome.Answered;
import tracker.api.faults.history.Entry.Outcome.Refused;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.StreamItem;

/**
 * Since when a version of a subject is known to have been there, by what any client was told: a version proves all before it. One that is
 * not in the log proves nothing.
 */
final class Sightings {
    /** By version, the times falling with it. */
    private final Map<String, NavigableMap<Long, Long>> first = new HashMap<>();

    private final FinalLog log;

    Sightings(History history) {
        log = history.log();
        for (Write write : history.writes()) {
            for (Write.Attempt attempt : write.attempts()) {
                if (attempt.outcome() instanceof Answered answer) {
                    saw(write.subject(), answer.version(), attempt.ended().at());
                } else if (attempt.outcome() instanceof Refused refusal && refusal.currentVersion() != null) {
                    saw(write.subject(), refusal.currentVersion(), attempt.ended().at());
                }
            }
        }
        for (Read read : history.reads()) {
            if (read.version() != null) {
                saw(read.subject(), read.version(), read.endedAt());
            }
        }
        for (List<Entry> stream : history.streams().values()) {
            for (Entry entry : stream) {
                Logged event = entry instanceof StreamItem item ? log.byId(item.eventId()) : null;
                if (event != null) {
                    saw(event.subject(), event.version(), ((StreamItem) entry).at());
                }
            }
        }
        first.values().forEach(Sightings::spread);
    }

    private void saw(String subject, long version, long at) {
        if (log.version(subject, version) != null) {
            first.computeIfAbsent(subject, unseen -> new TreeMap<>()).merge(version, at, Math::min);
        }
    }

    private static void spread(NavigableMap<Long, Long> times) {
        long earliest = Long.MAX_VALUE;
        for (Map.Entry<Long, Long> time : times.descendingMap().entrySet()) {
            earliest = Math.min(earliest, time.getValue());
            time.setValue(earliest);
        }
    }

    /** The end of time where nobody saw it. */
    long first(String subject, long version) {
        NavigableMap<Long, Long> times = first.get(subject);
        Map.Entry<Long, Long> seen = times == null ? null : times.ceilingEntry(version);
        return seen == null ? Long.MAX_VALUE : seen.getValue();
    }
}
