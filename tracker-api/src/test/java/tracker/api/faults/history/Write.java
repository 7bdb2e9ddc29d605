package tracker.api.faults.history;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tracker.api.faults.history.Entry.Outcome;
import tracker.api.faults.history.Entry.WriteEnded;
import tracker.api.faults.history.Entry.WriteInvoked;

/** What a client wanted written once: one request, or several under one key. */
public record Write(String subject, String key, List<Attempt> attempts) {
    private static final Outcome NEVER_ENDED = new Outcome.Unknown("no end was recorded");

    public Write {
        attempts = List.copyOf(attempts);
    }

    /** One request. {@code ended} is null where none was recorded. */
    public record Attempt(WriteInvoked invoked, WriteEnded ended) {
        Outcome outcome() {
            return ended == null ? NEVER_ENDED : ended.outcome();
        }

        boolean isRefused() {
            return outcome() instanceof Outcome.Refused;
        }

        boolean hasPayloadOf(Attempt other) {
            return Objects.equals(invoked.payload(), other.invoked.payload());
        }
    }

    Stream<Outcome.Answered> answers() {
        return attempts.stream()
                .map(Attempt::outcome)
                .filter(Outcome.Answered.class::isInstance)
                .map(Outcome.Answered.class::cast);
    }

    /** Before that it cannot have been decided. */
    long firstInvokedAt() {
        return attempts.stream()
                .mapToLong(attempt -> attempt.invoked().at())
                .min()
                .orElseThrow();
    }

    /** The version that all its requests expect; null where they expect none or differ: which of them was decided is not known then. */
    Long expected() {
        Long first = attempts.get(0).invoked().expected();
        return attempts.stream()
                        .allMatch(attempt -> Objects.equals(attempt.invoked().expected(), first))
                ? first
                : null;
    }
}
