package tracker.streams.domain.command;

import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.state.Subject;

/** The subjects, and what becomes of them in the course of one command: what is recorded shows at once, and is kept only if all goes well. */
public interface Journal extends Subjects {
    /** Adds a fact to the subject's history; returns the subject after it. {@code reason} may be null. */
    Subject record(SubjectId subject, Fact fact, String reason);

    /** The id of the event that was recorded last. */
    String lastEventId();
}
