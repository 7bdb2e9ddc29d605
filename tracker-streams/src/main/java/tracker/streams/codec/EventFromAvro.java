package tracker.streams.codec;

import static tracker.streams.codec.AvroValues.evidenceIn;
import static tracker.streams.codec.AvroValues.figure;
import static tracker.streams.codec.AvroValues.labelled;
import static tracker.streams.codec.AvroValues.pastIn;
import static tracker.streams.codec.AvroValues.text;

import java.time.ZoneId;
import tracker.schemas.IndicatorDefined;
import tracker.schemas.IndicatorReport;
import tracker.schemas.PlanRegistered;
import tracker.schemas.ProgressReported;
import tracker.schemas.ProjectRegistered;
import tracker.schemas.ProjectReport;
import tracker.schemas.ReportCorrected;
import tracker.schemas.ReportRetracted;
import tracker.schemas.ResponsibilityAssigned;
import tracker.schemas.TaskRegistered;
import tracker.schemas.TrackerEvent;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PastSeries;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.plan.YearlyTarget;

/** Avro to domain. A word that the domain does not know is an {@link IllegalArgumentException}. */
final class EventFromAvro {
    private EventFromAvro() {}

    static Event event(TrackerEvent event) {
        return new Event(
                event.getEventId(),
                new SubjectId(event.getPlan(), labelled(Kind.class, event.getKind()), event.getSubject()),
                event.getVersion(),
                event.getPosition(),
                event.getRecordedAt(),
                actor(event.getActor()),
                event.getReason(),
                event.getIdempotencyKey(),
                event.getCommandId(),
                Hash.of(event.getPreviousHash().bytes()),
                fact(event.getPayload()));
    }

    private static Actor actor(tracker.schemas.Actor actor) {
        return new Actor(labelled(Role.class, actor.getRole()), actor.getDepartment(), actor.getUser());
    }

    private static Fact fact(Object payload) {
        if (payload instanceof PlanRegistered plan) {
            return new Fact.PlanRegistered(plan(plan));
        }
        if (payload instanceof IndicatorDefined indicator) {
            return new Fact.IndicatorDefined(indicator(indicator));
        }
        if (payload instanceof ProjectRegistered project) {
            return new Fact.ProjectRegistered(project(project));
        }
        if (payload instanceof TaskRegistered task) {
            return new Fact.TaskRegistered(new TaskDefinition(
                    labelled(TaskKind.class, task.getTaskKind()), text(task.getName()), text(task.getNote())));
        }
        if (payload instanceof ResponsibilityAssigned assigned) {
            return new Fact.ResponsibilityAssigned(new Responsibility(
                    assigned.getLead(), assigned.getAssisting(), assigned.getDeadline(), assigned.getMeasures()));
        }
        if (payload instanceof ProgressReported reported) {
            return new Fact.ProgressReported(report(reported.getReport()));
        }
        if (payload instanceof ReportCorrected corrected) {
            return new Fact.ReportCorrected(report(corrected.getReport()), corrected.getCorrects());
        }
        if (payload instanceof ReportRetracted retracted) {
            return new Fact.ReportRetracted(Period.of(retracted.getPeriod()), retracted.getRetracts());
        }
        throw new IllegalArgumentException("no fact for " + payload.getClass().getSimpleName());
    }

    private static Report report(Object report) {
        if (report instanceof IndicatorReport of) {
            return new Report.OfIndicator(
                    Period.of(of.getPeriod()),
                    figure(of.getValue()),
                    of.getUnit(),
                    ObservationStatus.valueOf(of.getStatus()),
                    of.getNote(),
                    evidenceIn(of.getEvidence()));
        }
        ProjectReport of = (ProjectReport) report;
        return new Report.OfProject(
                Period.of(of.getPeriod()),
                figure(of.getInvested()),
                of.getUnit(),
                figure(of.getPercentComplete()),
                labelled(ProjectStatus.class, of.getStatus()),
                of.getNote(),
                evidenceIn(of.getEvidence()));
    }

    private static PlanDefinition plan(PlanRegistered plan) {
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
                        .toList());
    }

    private static IndicatorDefinition indicator(IndicatorDefined indicator) {
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
                indicator.getYearlyTargets().stream()
                        .map(target -> new YearlyTarget(target.getYear(), figure(target.getValue())))
                        .toList(),
                pastIn(indicator.getHistory()),
                indicator.getSource());
    }

    private static ProjectDefinition project(ProjectRegistered project) {
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
}
