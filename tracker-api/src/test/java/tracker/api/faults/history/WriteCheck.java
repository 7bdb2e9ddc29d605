package tracker.api.faults.history;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome.Answered;
import tracker.api.faults.history.Entry.Outcome.Refused;
import tracker.api.http.Problem;

/** What was answered is in the log as it was answered, nothing is there twice, and what was refused is not there. */
final class WriteCheck implements Check {
    /**
     * Said of a request, before anybody decides on the write or whatever was decided on it: the same key may be accepted another time. All
     * others are decided once and remembered for the key.
     */
    private static final Set<String> OF_THE_REQUEST = Set.of(
            Problem.Type.UNAUTHORIZED.uri(),
            Problem.Type.FORBIDDEN.uri(),
            Problem.Type.IDENTITY_REFUSED.uri(),
            Problem.Type.CROSS_SITE.uri(),
            Problem.Type.TOO_MANY_REQUESTS.uri(),
            Problem.Type.KEY_REUSED.uri());

    @Override
    public void check(History history, Consumer<Violation> found) {
        FinalLog log = history.log();
        for (List<Logged> same : log.byIds()) {
            if (same.size() > 1) {
                found.accept(doubled(same));
            }
        }
        for (List<Logged> same : log.byKeys()) {
            if (same.stream().map(Logged::command).distinct().count() > 1) {
                found.accept(doubled(same));
            }
        }
        for (Write write : history.writes()) {
            write.answers().distinct().forEach(answer -> answered(write, answer, log, found));
            refused(write, log, found);
        }
    }

    private static Violation doubled(List<Logged> same) {
        return new Violation.DoubledWrite(same.get(0).subject(), same.get(0).key(), same);
    }

    private static void answered(Write write, Answered answer, FinalLog log, Consumer<Violation> found) {
        Logged last = null;
        for (String id : answer.eventIds()) {
            last = log.byId(id);
            if (last == null) {
                found.accept(new Violation.LostWrite(write, answer, id));
                return;
            }
            if (!last.subject().equals(write.subject()) || !Objects.equals(last.key(), write.key())) {
                found.accept(new Violation.AlteredWrite(write, answer, last));
                return;
            }
        }
        if (last == null) {
            // A batch that had nothing to say.
            return;
        }
        String command = last.command();
        // The position may be that of an event of another subject, which followed from this one's.
        Logged end = log.position(last.plan(), answer.position());
        if (last.version() != answer.version() || end == null || !end.command().equals(command)) {
            found.accept(new Violation.AlteredWrite(write, answer, last));
        }
        List<Logged> own = log.ofCommand(command).stream()
                .filter(event -> event.subject().equals(write.subject()))
                .toList();
        if (own.stream().anyMatch(event -> !answer.eventIds().contains(event.id()))) {
            found.accept(doubled(own));
        }
    }

    private static void refused(Write write, FinalLog log, Consumer<Violation> found) {
        List<Logged> logged = log.ofKey(write.subject(), write.key());
        if (logged.isEmpty()) {
            return;
        }
        for (Write.Attempt attempt : write.attempts()) {
            if (attempt.outcome() instanceof Refused refusal
                    && write.attempts().stream().noneMatch(other -> excuses(other, attempt, refusal))) {
                found.accept(new Violation.RefusedButLogged(write, attempt, logged));
            }
        }
    }

    /** Whether what is in the log may well be the other's. */
    private static boolean excuses(Write.Attempt other, Write.Attempt attempt, Refused refusal) {
        return !other.isRefused() && (OF_THE_REQUEST.contains(refusal.problem()) || !other.hasPayloadOf(attempt));
    }
}
