package tracker.streams.domain.command;

import java.time.Instant;
import java.util.List;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;

/** What became of a command. Remembered, so that a repeated command gets it again. */
public record Result(String commandId, SubjectId subject, Actor actor, Outcome outcome) {
    public sealed interface Outcome {}

    /** {@code view} is the subject's view after it, as JSON; {@code version} and {@code position} are of the last event. */
    public record Accepted(long version, long position, Instant recordedAt, List<String> eventIds, String view)
            implements Outcome {
        public Accepted {
            eventIds = List.copyOf(eventIds);
        }
    }

    public record Refused(Refusal refusal) implements Outcome {}

    /** The same answer to a repetition of the command. */
    public Result repeatedFor(String repeatedCommandId) {
        return new Result(repeatedCommandId, subject, actor, outcome);
    }
}
