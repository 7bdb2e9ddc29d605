package tracker.api.faults.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One thing in a history. Subjects are named by their key, {@code plan/kind/id}. Times are nanoseconds of the recording process's own
 * clock, which all its clients share: good for before and after, and for nothing else.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(Entry.WriteInvoked.class),
    @JsonSubTypes.Type(Entry.WriteEnded.class),
    @JsonSubTypes.Type(Entry.Read.class),
    @JsonSubTypes.Type(Entry.StreamOpened.class),
    @JsonSubTypes.Type(Entry.StreamItem.class),
    @JsonSubTypes.Type(Entry.Fault.class),
    @JsonSubTypes.Type(Entry.Logged.class)
})
public sealed interface Entry {
    /** What a client has seen of the log by other means than the answer to a write. */
    sealed interface Sight extends Entry permits Read, StreamItem {}

    /**
     * A client sends a write to one subject; {@code write} numbers the request. One sent again has the key of the first and a number of its
     * own; apart from that no two writes to a subject share a key. key and expected are null where the request names none; payload is the
     * body or its digest.
     */
    record WriteInvoked(long write, String client, long at, String subject, String key, Long expected, String payload)
            implements Entry {}

    /** What the client heard of it. A write without such an entry is one of unknown outcome. */
    record WriteEnded(long write, long at, Outcome outcome) implements Entry {}

    /**
     * What a read of one subject showed. {@code token} is the position it was sent with, {@code asOf} the earlier moment or version it asked
     * for, as it was sent; either may be null. {@code version} is 0 where it was told that there is no such subject, and null where the
     * answer shows none (the ETag of lists and of the plan is no version of a subject); {@code position} is null likewise. An earlier
     * moment is to be asked for once it is settled: with the token of what came after it.
     */
    record Read(
            String client,
            long invokedAt,
            long endedAt,
            String subject,
            Long token,
            Long version,
            Long position,
            String digest,
            String asOf)
            implements Sight {
        boolean isOfNow() {
            return asOf == null;
        }
    }

    /** A stream of a whole plan is opened, or resumed, behind the position {@code after}. Who begins elsewhere opens another stream. */
    record StreamOpened(String stream, String plan, long at, long after) implements Entry {}

    /** An event that came on a stream, in the order in which they came. */
    record StreamItem(String stream, long at, long position, String eventId, String hash) implements Sight {}

    /** Something was broken on purpose. */
    record Fault(long at, String kind, String detail) implements Entry {}

    /** An event of the log as it was in the end. {@code command} is what caused it; {@code key} may be null. */
    record Logged(
            long position,
            String id,
            String command,
            String subject,
            long version,
            String hash,
            String previousHash,
            String key)
            implements Entry {
        String plan() {
            return planOf(subject);
        }
    }

    /** What became of a write, as far as its client was told. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(Outcome.Answered.class),
        @JsonSubTypes.Type(Outcome.Refused.class),
        @JsonSubTypes.Type(Outcome.Unknown.class)
    })
    sealed interface Outcome {
        /** The ids are of the subject's own events; version and position are those after all that followed from the write. */
        record Answered(List<String> eventIds, long version, long position) implements Outcome {
            public Answered {
                eventIds = List.copyOf(eventIds);
            }
        }

        /** {@code problem} is the type of the problem; {@code currentVersion} is null where it names none. */
        record Refused(String problem, Long currentVersion) implements Outcome {}

        /** No answer, or one that leaves it open: cut off, waited for in vain, 202, 503 or another 5xx. */
        record Unknown(String why) implements Outcome {}
    }

    /** The plan of a subject's key. */
    static String planOf(String subject) {
        return subject.substring(0, subject.indexOf('/'));
    }
}
