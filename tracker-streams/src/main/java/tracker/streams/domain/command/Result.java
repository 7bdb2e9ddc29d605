package tracker.streams.domain.command;

import java.time.Instant;
import java.util.List;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;

/** What became of a command. Remembered, so that a repeated command gets it again. */
public record Result(String commandId, SubjectId subject, Actor actor, Outcome outcome) {
    public sealed interface Outcome {}

    /**
     * {@code eventIds} and {@code view} (as JSON; null where it has none) are the subject's; {@code version} is its, and
     * {@code position} the plan's, after all that followed. {@code rows} is null but for a batch.
     */
    public record Accepted(
            long version, long position, Instant recordedAt, List<String> eventIds, String view, Rows rows)
            implements Outcome {
        public Accepted {
            eventIds = List.copyOf(eventIds);
        }
    }

    public record Refused(Refusal refusal) implements Outcome {}

    /** What became of a batch's items: how many were carried out, which said nothing new, and the faults of the rest (at /rows/…), both by the sender's rows. */
    public record Rows(int accepted, List<Integer> ignored, List<FieldError> refused) {
        public Rows {
            ignored = List.copyOf(ignored);
            refused = List.copyOf(refused);
        }
    }

    /** The same answer to a repetition of the command. */
    public Result repeatedFor(String repeatedCommandId) {
        return new Result(repeatedCommandId, subject, actor, outcome);
    }
}
