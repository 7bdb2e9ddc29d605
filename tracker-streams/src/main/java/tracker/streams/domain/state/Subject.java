package tracker.streams.domain.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tracker.streams.domain.Actor;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.Responsibility;

/** The state of one subject: the fold of its events, by {@link Evolution}. Immutable. */
public sealed interface Subject permits Subject.PlanState, Tracked, Subject.AssessmentState, Subject.FeedbackState {
    Head head();

    /** The same at a later place in the log. */
    Subject at(Head next);

    /** {@code day} is the last that has turned, null before the first; {@code erased} are the persons whose keys must be gone. */
    record PlanState(Head head, PlanDefinition definition, LocalDate day, Set<String> erased) implements Subject {
        public PlanState {
            // A state that was stored before there was such a thing has none.
            erased = erased == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(erased));
        }

        @Override
        public PlanState at(Head next) {
            return new PlanState(next, definition, day, erased);
        }

        /** Past its last day: it is still read, corrected and assessed. */
        public boolean ended() {
            return day != null && day.isAfter(definition.end());
        }
    }

    record AssessmentState(Head head, Assessment assessment, Actor by) implements Subject {
        @Override
        public AssessmentState at(Head next) {
            return new AssessmentState(next, assessment, by);
        }
    }

    /** {@code published} is null until it is moderated; {@code answers} are oldest first. */
    record FeedbackState(
            Head head, String about, String text, Actor by, Instant postedAt, Boolean published, List<Answer> answers)
            implements Subject {
        public FeedbackState {
            answers = List.copyOf(answers);
        }

        @Override
        public FeedbackState at(Head next) {
            return new FeedbackState(next, about, text, by, postedAt, published, answers);
        }

        /** What the planning office, or a department, says to it. */
        public record Answer(String text, Actor by, Instant at) {}
    }

    /** Who answers for {@code subject}: null where nobody does, or nobody can. */
    static Responsibility responsibility(Subject subject) {
        return subject instanceof Tracked tracked ? tracked.responsibility() : null;
    }
}
