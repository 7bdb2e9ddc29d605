package tracker.streams.domain.view;

import java.time.Instant;
import tracker.streams.domain.Kind;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject.PlanState;

/** What every view begins with. {@code simulated} marks a demonstration: nothing in it is a fact. */
public record Standing(
        String plan, Kind kind, String id, long version, long position, Instant updatedAt, boolean simulated) {
    /** Of the plan as a whole: its own version, and the last event of any of its subjects. */
    public static Standing ofPlan(PlanState plan, Head latest) {
        Head own = plan.head();
        return of(plan, new Head(own.id(), own.version(), latest.position(), latest.recordedAt()));
    }

    static Standing of(PlanState plan, Head head) {
        return new Standing(
                head.id().plan(),
                head.id().kind(),
                head.id().id(),
                head.version(),
                head.position(),
                head.recordedAt(),
                plan.definition().simulated());
    }
}
