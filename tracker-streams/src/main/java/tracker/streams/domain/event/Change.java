package tracker.streams.domain.event;

import java.util.List;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.YearlyPlan;

/** What an adjustment puts in the place of what was; each is whole, not a difference. */
public sealed interface Change {
    record OfPlan(PlanDefinition definition) implements Change {}

    record OfIndicator(IndicatorDefinition definition) implements Change {}

    record OfProject(ProjectDefinition definition) implements Change {}

    record OfTask(TaskDefinition definition) implements Change {}

    record OfResponsibility(Responsibility responsibility) implements Change {}

    record OfYearlyPlan(List<YearlyPlan> years) implements Change {
        public OfYearlyPlan {
            years = List.copyOf(years);
        }
    }

    /** The milestone of that id is planned anew: if it was missed, it is due again; if it was reached, it stays so. */
    record OfMilestone(Milestone milestone) implements Change {}
}
