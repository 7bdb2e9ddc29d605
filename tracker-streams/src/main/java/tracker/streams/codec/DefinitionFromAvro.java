package tracker.streams.codec;

import static tracker.streams.codec.AvroValues.figure;
import static tracker.streams.codec.AvroValues.labelled;
import static tracker.streams.codec.AvroValues.pastIn;
import static tracker.streams.codec.AvroValues.text;

import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import tracker.schemas.IndicatorDefined;
import tracker.schemas.MilestonePlanned;
import tracker.schemas.PlanRegistered;
import tracker.schemas.ProjectRegistered;
import tracker.schemas.ResponsibilityAssigned;
import tracker.schemas.TaskRegistered;
import tracker.schemas.YearlyPlanSet;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PastSeries;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;

/** What plans, indicators, projects and tasks are registered with: Avro to domain. */
final class DefinitionFromAvro {
    private DefinitionFromAvro() {}

    static PlanDefinition plan(PlanRegistered plan) {
        return new PlanDefinition(
                text(plan.getName()),
                plan.getStart(),
                plan.getEnd(),
                ZoneId.of(plan.getTimeZone()),
                plan.getSimulated(),
                labelled(ExpectedLine.class, plan.getExpectedLine()),
                new Thresholds(figure(plan.getOnTrack()), figure(plan.getAtRisk()), figure(plan.getOffTrack())),
                plan.getGoals().stream()
                        .map(goal -> new Goal(goal.getId(), text(goal.getName())))
                        .toList(),
                plan.getCategories().stream()
                        .map(category -> new Category(category.getId(), text(category.getName()), category.getUnit()))
                        .toList(),
                plan.getDepartments().stream()
                        .map(department -> new Department(department.getId(), text(department.getName())))
                        .toList(),
                plan.getUnits().stream()
                        .map(unit -> new Unit(unit.getSymbol(), text(unit.getName())))
                        .toList(),
                plan.getHistory().stream()
                        .map(series -> new PastSeries(
                                series.getId(), text(series.getName()), series.getUnit(), pastIn(series.getValues())))
                        .toList(),
                supervision(plan.getSupervision()));
    }

    static IndicatorDefinition indicator(IndicatorDefined indicator) {
        return new IndicatorDefinition(
                labelled(Collection.class, indicator.getCollection()),
                indicator.getGoal(),
                text(indicator.getName()),
                indicator.getUnit(),
                labelled(Measure.class, indicator.getMeasure()),
                labelled(Direction.class, indicator.getDirection()),
                figure(indicator.getBaseline()),
                figure(indicator.getTarget()),
                figure(indicator.getTargetHigh()),
                figure(indicator.getMin()),
                figure(indicator.getMax()),
                labelled(Frequency.class, indicator.getFrequency()),
                indicator.getAllowanceDays(),
                indicator.getParent(),
                indicator.getLongTerm(),
                labelled(ExpectedLine.class, indicator.getExpectedLine()),
                yearlyTargets(indicator.getYearlyTargets()),
                pastIn(indicator.getHistory()),
                indicator.getSource(),
                indicator.getCumulative());
    }

    static ProjectDefinition project(ProjectRegistered project) {
        return new ProjectDefinition(
                project.getCategory(),
                text(project.getName()),
                text(project.getOwner()),
                figure(project.getInvestment()),
                project.getUnit(),
                project.getStart(),
                project.getEnd(),
                project.getNote());
    }

    static List<YearlyTarget> yearlyTargets(List<tracker.schemas.YearlyTarget> targets) {
        return targets.stream()
                .map(target -> new YearlyTarget(target.getYear(), figure(target.getValue())))
                .toList();
    }

    /** Null where it is no definition. */
    static Change change(Object definition) {
        if (definition instanceof PlanRegistered plan) {
            return new Change.OfPlan(plan(plan));
        }
        if (definition instanceof IndicatorDefined indicator) {
            return new Change.OfIndicator(indicator(indicator));
        }
        if (definition instanceof ProjectRegistered project) {
            return new Change.OfProject(project(project));
        }
        if (definition instanceof TaskRegistered task) {
            return new Change.OfTask(new TaskDefinition(
                    labelled(TaskKind.class, task.getTaskKind()),
                    text(task.getName()),
                    text(task.getNote()),
                    task.getIndicators()));
        }
        if (definition instanceof ResponsibilityAssigned assigned) {
            return new Change.OfResponsibility(new Responsibility(
                    assigned.getLead(),
                    assigned.getAssisting(),
                    assigned.getDeadline(),
                    assigned.getMeasures(),
                    assigned.getProvisional()));
        }
        if (definition instanceof YearlyPlanSet set) {
            return new Change.OfYearlyPlan(set.getYears().stream()
                    .map(year -> new YearlyPlan(year.getYear(), figure(year.getInvestment()), year.getMeasures()))
                    .toList());
        }
        return definition instanceof MilestonePlanned planned ? milestone(planned.getMilestone()) : null;
    }

    private static Change milestone(tracker.schemas.Milestone milestone) {
        return new Change.OfMilestone(new Milestone(
                milestone.getId(),
                text(milestone.getName()),
                milestone.getDue(),
                milestone.getUnit(),
                figure(milestone.getValue()),
                figure(milestone.getValueHigh())));
    }

    private static Supervision supervision(tracker.schemas.Supervision supervision) {
        return supervision == null
                ? Supervision.DEFAULT
                : new Supervision(
                        new TreeSet<>(supervision.getRules().stream()
                                .map(label -> labelled(WarningRule.class, label))
                                .toList()),
                        figure(supervision.getJumpMultiple()),
                        supervision.getTargetsDue(),
                        new TreeSet<>(supervision.getEvidenceFor()),
                        labelled(Frequency.class, supervision.getProjectFrequency()),
                        supervision.getProjectAllowanceDays(),
                        new TreeSet<>(supervision.getPublished()));
    }
}
