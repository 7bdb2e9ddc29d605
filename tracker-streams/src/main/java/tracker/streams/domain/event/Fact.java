package tracker.streams.domain.event;

import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;

/** What happened, in the past tense. The simple name of each is its type on the wire and over HTTP. */
public sealed interface Fact {
    record PlanRegistered(PlanDefinition definition) implements Fact {}

    record IndicatorDefined(IndicatorDefinition definition) implements Fact {}

    record ProjectRegistered(ProjectDefinition definition) implements Fact {}

    record TaskRegistered(TaskDefinition definition) implements Fact {}

    record ResponsibilityAssigned(Responsibility responsibility) implements Fact {}

    /** The first report for its period. */
    record ProgressReported(Report report) implements Fact {}

    default String type() {
        return getClass().getSimpleName();
    }
}
