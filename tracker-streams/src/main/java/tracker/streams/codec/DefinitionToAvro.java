package tracker.streams.codec;

import static tracker.streams.codec.AvroValues.figure;
import static tracker.streams.codec.AvroValues.label;
import static tracker.streams.codec.AvroValues.pastOut;
import static tracker.streams.codec.AvroValues.text;

import java.util.List;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;

/** What plans, indicators, projects and tasks are registered with: domain to Avro. */
final class DefinitionToAvro {
    private DefinitionToAvro() {}

    static tracker.schemas.PlanRegistered plan(PlanDefinition plan) {
        return tracker.schemas.PlanRegistered.newBuilder()
                .setName(text(plan.name()))
                .setStart(plan.start())
                .setEnd(plan.end())
                .setTimeZone(plan.timeZone().getId())
                .setSimulated(plan.simulated())
                .setExpectedLine(plan.expectedLine().label())
                .setOnTrack(figure(plan.thresholds().onTrack()))
                .setAtRisk(figure(plan.thresholds().atRisk()))
                .setOffTrack(figure(plan.thresholds().offTrack()))
                .setGoals(plan.goals().stream()
                        .map(goal -> new tracker.schemas.Goal(goal.id(), text(goal.name())))
                        .toList())
                .setCategories(plan.categories().stream()
                        .map(category ->
                                new tracker.schemas.Category(category.id(), text(category.name()), category.unit()))
                        .toList())
                .setDepartments(plan.departments().stream()
                        .map(department -> new tracker.schemas.Department(department.id(), text(department.name())))
                        .toList())
                .setUnits(plan.units().stream()
                        .map(unit -> new tracker.schemas.Unit(unit.symbol(), text(unit.name())))
                        .toList())
                .setHistory(plan.history().stream()
                        .map(series -> new tracker.schemas.PastSeries(
                                series.id(), text(series.name()), series.unit(), pastOut(series.values())))
                        .toList())
                .setSupervision(supervision(plan.supervision()))
                .build();
    }

    static tracker.schemas.IndicatorDefined indicator(IndicatorDefinition indicator) {
        return tracker.schemas.IndicatorDefined.newBuilder()
                .setCollection(indicator.collection().label())
                .setGoal(indicator.goal())
                .setName(text(indicator.name()))
                .setUnit(indicator.unit())
                .setMeasure(indicator.measure().label())
                .setDirection(indicator.direction().label())
                .setBaseline(figure(indicator.baseline()))
                .setTarget(figure(indicator.target()))
                .setTargetHigh(figure(indicator.targetHigh()))
                .setMin(figure(indicator.min()))
                .setMax(figure(indicator.max()))
                .setFrequency(indicator.frequency().label())
                .setAllowanceDays(indicator.allowanceDays())
                .setParent(indicator.parent())
                .setLongTerm(indicator.longTerm())
                .setExpectedLine(label(indicator.expectedLine()))
                .setYearlyTargets(yearlyTargets(indicator.yearlyTargets()))
                .setHistory(pastOut(indicator.history()))
                .setSource(indicator.source())
                .setCumulative(indicator.cumulative())
                .build();
    }

    static tracker.schemas.ProjectRegistered project(ProjectDefinition project) {
        return tracker.schemas.ProjectRegistered.newBuilder()
                .setCategory(project.category())
                .setName(text(project.name()))
                .setOwner(text(project.owner()))
                .setInvestment(figure(project.investment()))
                .setUnit(project.unit())
                .setStart(project.start())
                .setEnd(project.end())
                .setNote(project.note())
                .build();
    }

    static List<tracker.schemas.YearlyTarget> yearlyTargets(List<YearlyTarget> targets) {
        return targets.stream()
                .map(target -> new tracker.schemas.YearlyTarget(target.year(), figure(target.value())))
                .toList();
    }

    static tracker.schemas.TaskRegistered task(TaskDefinition task) {
        return new tracker.schemas.TaskRegistered(
                task.kind().label(), text(task.name()), text(task.note()), task.indicators());
    }

    static tracker.schemas.ResponsibilityAssigned responsibility(Responsibility responsibility) {
        return new tracker.schemas.ResponsibilityAssigned(
                responsibility.lead(),
                responsibility.assisting(),
                responsibility.deadline(),
                responsibility.measures(),
                responsibility.provisional());
    }

    static tracker.schemas.YearlyPlanSet yearlyPlan(List<YearlyPlan> years) {
        return new tracker.schemas.YearlyPlanSet(years.stream()
                .map(year -> new tracker.schemas.YearlyPlan(year.year(), figure(year.investment()), year.measures()))
                .toList());
    }

    static tracker.schemas.MilestonePlanned milestone(Milestone milestone) {
        return new tracker.schemas.MilestonePlanned(new tracker.schemas.Milestone(
                milestone.id(),
                text(milestone.name()),
                milestone.due(),
                milestone.unit(),
                figure(milestone.value()),
                figure(milestone.valueHigh())));
    }

    /** Null stays null: nothing of the subject's own was changed. */
    static Object change(Change change) {
        if (change instanceof Change.OfPlan of) {
            return plan(of.definition());
        }
        if (change instanceof Change.OfIndicator of) {
            return indicator(of.definition());
        }
        if (change instanceof Change.OfProject of) {
            return project(of.definition());
        }
        if (change instanceof Change.OfTask of) {
            return task(of.definition());
        }
        if (change instanceof Change.OfResponsibility of) {
            return responsibility(of.responsibility());
        }
        if (change instanceof Change.OfYearlyPlan of) {
            return yearlyPlan(of.years());
        }
        return change instanceof Change.OfMilestone of ? milestone(of.milestone()) : null;
    }

    private static tracker.schemas.Supervision supervision(Supervision supervision) {
        return new tracker.schemas.Supervision(
                supervision.rules().stream().map(WarningRule::label).toList(),
                figure(supervision.jumpMultiple()),
                supervision.targetsDue(),
                List.copyOf(supervision.evidenceFor()),
                label(supervision.projectFrequency()),
                supervision.projectAllowanceDays(),
                List.copyOf(supervision.published()));
    }
}
