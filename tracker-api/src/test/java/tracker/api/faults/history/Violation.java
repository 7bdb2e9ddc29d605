package tracker.api.faults.history;

import java.util.List;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome.Answered;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.Sight;
import tracker.api.faults.history.Entry.StreamItem;

/** What must never happen, each with what there is to look at. Logged events and reads are null where there is none. */
public sealed interface Violation {
    /** What the summary calls it. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** An answered write is not in the log. */
    record LostWrite(Write write, Answered answer, String missingId) implements Violation {}

    /** An answered write is in the log at another version, position, subject or key than it was answered with. */
    record AlteredWrite(Write write, Answered answer, Logged event) implements Violation {}

    /** A write is in the log more often than once, or an event is. */
    record DoubledWrite(String subject, String key, List<Logged> events) implements Violation {
        public DoubledWrite {
            events = List.copyOf(events);
        }
    }

    /** Versions of a subject, or positions of a plan, were passed over before {@code next}. {@code of} is the subject or plan. */
    record NumberMissing(String of, long first, long last, Logged next) implements Violation {}

    /** Two events have one version of a subject, or one position of a plan. */
    record NumberTwice(String of, Logged first, Logged second) implements Violation {}

    /** An event stands behind one of a higher version or position. */
    record NumberOutOfOrder(String of, long highest, Logged event) implements Violation {}

    /** An event does not name the hash of its subject's event before. */
    record ChainBroken(Logged before, Logged event) implements Violation {}

    /** More than one write was accepted on one expected version. */
    record TwoWinners(String subject, long expected, List<Logged> events) implements Violation {
        public TwoWinners {
            events = List.copyOf(events);
        }
    }

    /** A write was accepted on a version that was not the current one. */
    record UnexpectedVersion(Write write, long expected, Logged event) implements Violation {}

    /** A write was refused as stale on the version that was current as long as it took. {@code next} followed too late to excuse it. */
    record FalselyStale(Write write, Write.Attempt attempt, Logged current, Logged next) implements Violation {}

    /** A write was refused for good, and is in the log. */
    record RefusedButLogged(Write write, Write.Attempt attempt, List<Logged> events) implements Violation {
        public RefusedButLogged {
            events = List.copyOf(events);
        }
    }

    /** A stale write was told of a current version that the log does not have. */
    record DirtyRefusal(Write write, Write.Attempt attempt) implements Violation {}

    /** A read showed less than its token promised: at least {@code promised}. */
    record WriteUnseen(Read read, Logged promised) implements Violation {}

    /** A client was shown less than it had been shown before. */
    record WentBack(Read before, Read after) implements Violation {}

    /** Something was seen that is not in the log, or is another there: {@code logged}. */
    record DirtyRead(Sight seen, Logged logged) implements Violation {}

    /** The same question about an earlier moment was answered otherwise. */
    record PastChanged(Read before, Read after) implements Violation {}

    /** An event came on a stream that had brought it already. */
    record StreamTwice(StreamItem item) implements Violation {}

    /** An event came on a stream behind one that follows it in the log. */
    record StreamOutOfOrder(StreamItem item) implements Violation {}

    /** A stream went on without an event, and did not bring it later unless it was asked again. */
    record StreamLeftOut(String stream, Logged event) implements Violation {}
}
