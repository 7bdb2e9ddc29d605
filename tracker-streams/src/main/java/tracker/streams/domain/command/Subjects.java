package tracker.streams.domain.command;

import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;

/** The subjects of one plan, as they stand. */
public interface Subjects {
    /** Null where there is none. */
    PlanState plan();

    /** Null where there is none. */
    Subject find(SubjectId id);

    /** All of the plan's subjects but the plan itself, in the order of their keys. */
    Iterable<Subject> all();
}
