package tracker.api.faults.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome.Refused;
import tracker.api.http.Problem;

/** Who is refused as stale had been overtaken: by somebody who may have been faster, and by a version that the log has. */
final class StaleCheck implements Check {
    private static final String STALE = Problem.Type.STALE_VERSION.uri();

    @Override
    public void check(History history, Consumer<Violation> found) {
        Spans spans = new Spans(history);
        for (Write write : history.writes()) {
            for (Write.Attempt attempt : write.attempts()) {
                if (attempt.outcome() instanceof Refused refusal
                        && refusal.problem().equals(STALE)) {
                    check(write, attempt, refusal, history.log(), spans, found);
                }
            }
        }
    }

    private static void check(
            Write write, Write.Attempt attempt, Refused refusal, FinalLog log, Spans spans, Consumer<Violation> found) {
        Long current = refusal.currentVersion();
        if (current != null && current > 0 && log.version(write.subject(), current) == null) {
            found.accept(new Violation.DirtyRefusal(write, attempt));
        }
        Long expected = write.expected();
        if (expected == null) {
            return;
        }
        Logged next = log.version(write.subject(), expected + 1);
        // A repetition gets the first one's answer: it may have been decided at any time since that was sent.
        boolean wasCurrent = spans.knownSince(write.subject(), expected) <= write.firstInvokedAt()
                && spans.notBefore(next) > attempt.ended().at();
        if (wasCurrent || expected.equals(current)) {
            found.accept(new Violation.FalselyStale(write, attempt, log.version(write.subject(), expected), next));
        }
    }

    /** Between which times a version is certain to have been the current one. */
    private static final class Spans {
        private final Sightings sightings;
        private final Map<String, Long> keysSince = new HashMap<>();
        private final Map<String, Long> commandsSince = new HashMap<>();

        private Spans(History history) {
            sightings = new Sightings(history);
            for (Write write : history.writes()) {
                long since = write.firstInvokedAt();
                if (write.key() != null) {
                    // Of whatever subject: what followed from it elsewhere bears the key too.
                    keysSince.merge(write.key(), since, Math::min);
                }
                write.answers()
                        .flatMap(answer -> answer.eventIds().stream())
                        .map(history.log()::byId)
                        .filter(event -> event != null)
                        .forEach(event -> commandsSince.merge(event.command(), since, Math::min));
            }
        }

        /** When it had been seen; the end of time where nobody saw it. */
        private long knownSince(String subject, long version) {
            return version == 0 ? Long.MIN_VALUE : sightings.first(subject, version);
        }

        /** Before that nobody had asked for that event: the beginning of time where it is not known who did, the end where there is none. */
        private long notBefore(Logged event) {
            if (event == null) {
                return Long.MAX_VALUE;
            }
            Long ofKey = event.key() == null ? null : keysSince.get(event.key());
            return ofKey != null ? ofKey : commandsSince.getOrDefault(event.command(), Long.MIN_VALUE);
        }
    }
}
