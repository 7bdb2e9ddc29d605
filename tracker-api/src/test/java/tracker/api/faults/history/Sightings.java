package tracker.api.faults.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome.Answered;
import tracker.api.faults.history.Entry.Outcome.Refused;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.StreamItem;

/** Since when a version of a subject is known to have been there, by what any client was told of it. */
final class Sightings {
    private final Map<Seen, Long> first = new HashMap<>();

    private record Seen(String subject, long version) {}

    Sightings(History history) {
        for (Write write : history.writes()) {
            for (Write.Attempt attempt : write.attempts()) {
                if (attempt.outcome() instanceof Answered answer) {
                    saw(write.subject(), answer.version(), attempt.ended().at());
                } else if (attempt.outcome() instanceof Refused refusal && refusal.currentVersion() != null) {
                    saw(
                            write.subject(),
                            refusal.currentVersion(),
                            attempt.ended().at());
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
                if (entry instanceof StreamItem item) {
                    Logged event = history.log().byId(item.eventId());
                    if (event != null) {
                        saw(event.subject(), event.version(), item.at());
                    }
                }
            }
        }
    }

    private void saw(String subject, long version, long at) {
        first.merge(new Seen(subject, version), at, Math::min);
    }

    /** The end of time where nobody saw it. */
    long first(String subject, long version) {
        return first.getOrDefault(new Seen(subject, version), Long.MAX_VALUE);
    }
}
