package tracker.streams.domain.command;

import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;

/** What somebody wants to happen, in the imperative. */
public sealed interface Intent {
    record RegisterPlan(PlanDefinition definition) implements Intent {}

    record DefineIndicator(IndicatorDefinition definition) implements Intent {}

    record RegisterProject(ProjectDefinition definition) implements Intent {}

    record RegisterTask(TaskDefinition definition) implements Intent {}

    record AssignResponsibility(Responsibility responsibility) implements Intent {}

    record ReportProgress(Report report) implements Intent {}

    /** The reason is the command's, and required. */
    record CorrectReport(Report report) implements Intent {}

    /** The reason is the command's, and required. */
    record RetractReport(Period period) implements Intent {}
}
