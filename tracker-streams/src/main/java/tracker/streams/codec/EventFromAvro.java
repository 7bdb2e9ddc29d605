package tracker.streams.codec;

import static tracker.streams.codec.AvroValues.evidenceIn;
import static tracker.streams.codec.AvroValues.figure;
import static tracker.streams.codec.AvroValues.labelled;

import tracker.schemas.AssessmentRecorded;
import tracker.schemas.DayTurned;
import tracker.schemas.FeedbackAnswered;
import tracker.schemas.FeedbackModerated;
import tracker.schemas.FeedbackPosted;
import tracker.schemas.IndicatorReport;
import tracker.schemas.MilestoneMissed;
import tracker.schemas.MilestoneReached;
import tracker.schemas.PersonErased;
import tracker.schemas.PlanAdjusted;
import tracker.schemas.ProgressReported;
import tracker.schemas.ProjectReport;
import tracker.schemas.ProjectStatusChanged;
import tracker.schemas.ReportCorrected;
import tracker.schemas.ReportRetracted;
import tracker.schemas.TargetSet;
import tracker.schemas.TaskReport;
import tracker.schemas.TrackerEvent;
import tracker.schemas.WarningAcknowledged;
import tracker.schemas.WarningCleared;
import tracker.schemas.WarningRaised;
import tracker.schemas.WarningUpdated;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;

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
                event.getSimulated(),
                fact(event.getPayload()));
    }

    private static Actor actor(tracker.schemas.Actor actor) {
        return new Actor(labelled(Role.class, actor.getRole()), actor.getDepartment(), actor.getUser());
    }

    private static Fact fact(Object payload) {
        Change definition = DefinitionFromAvro.change(payload);
        if (definition != null) {
            return defined(definition);
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
        if (payload instanceof TargetSet set) {
            return new Fact.TargetSet(
                    labelled(Measure.class, set.getMeasure()),
                    figure(set.getTarget()),
                    figure(set.getTargetHigh()),
                    DefinitionFromAvro.yearlyTargets(set.getYearlyTargets()));
        }
        if (payload instanceof MilestoneReached reached) {
            return new Fact.MilestoneReached(
                    reached.getMilestone(),
                    reached.getReachedOn(),
                    figure(reached.getValue()),
                    reached.getNote(),
                    evidenceIn(reached.getEvidence()));
        }
        if (payload instanceof MilestoneMissed missed) {
            return new Fact.MilestoneMissed(missed.getMilestone(), missed.getDue());
        }
        if (payload instanceof ProjectStatusChanged changed) {
            return new Fact.ProjectStatusChanged(
                    labelled(ProjectStatus.class, changed.getBefore()),
                    labelled(ProjectStatus.class, changed.getAfter()));
        }
        if (payload instanceof WarningRaised raised) {
            return new Fact.WarningRaised(rule(raised.getRule()), cause(raised.getCause()));
        }
        if (payload instanceof WarningUpdated updated) {
            return new Fact.WarningUpdated(rule(updated.getRule()), cause(updated.getCause()));
        }
        if (payload instanceof WarningAcknowledged acknowledged) {
            return new Fact.WarningAcknowledged(rule(acknowledged.getRule()), acknowledged.getNote());
        }
        if (payload instanceof WarningCleared cleared) {
            return new Fact.WarningCleared(rule(cleared.getRule()));
        }
        if (payload instanceof AssessmentRecorded recorded) {
            return new Fact.AssessmentRecorded(AssessmentAvro.read(recorded));
        }
        if (payload instanceof PlanAdjusted adjusted) {
            return new Fact.PlanAdjusted(
                    DefinitionFromAvro.change(adjusted.getDefinition()),
                    adjusted.getReference(),
                    adjusted.getFollowing());
        }
        if (payload instanceof FeedbackPosted posted) {
            return new Fact.FeedbackPosted(posted.getAbout(), posted.getText());
        }
        if (payload instanceof FeedbackModerated moderated) {
            return new Fact.FeedbackModerated(moderated.getPublished());
        }
        if (payload instanceof FeedbackAnswered answered) {
            return new Fact.FeedbackAnswered(answered.getText());
        }
        if (payload instanceof DayTurned turned) {
            return new Fact.DayTurned(turned.getDay());
        }
        if (payload instanceof PersonErased erased) {
            return new Fact.PersonErased(erased.getPerson());
        }
        throw new IllegalArgumentException("no fact for " + payload.getClass().getSimpleName());
    }

    /** A definition as the fact that brought it into being. */
    private static Fact defined(Change definition) {
        if (definition instanceof Change.OfPlan of) {
            return new Fact.PlanRegistered(of.definition());
        }
        if (definition instanceof Change.OfIndicator of) {
            return new Fact.IndicatorDefined(of.definition());
        }
        if (definition instanceof Change.OfProject of) {
            return new Fact.ProjectRegistered(of.definition());
        }
        if (definition instanceof Change.OfTask of) {
            return new Fact.TaskRegistered(of.definition());
        }
        if (definition instanceof Change.OfResponsibility of) {
            return new Fact.ResponsibilityAssigned(of.responsibility());
        }
        if (definition instanceof Change.OfYearlyPlan of) {
            return new Fact.YearlyPlanSet(of.years());
        }
        return new Fact.MilestonePlanned(((Change.OfMilestone) definition).milestone());
    }

    private static WarningRule rule(String label) {
        return labelled(WarningRule.class, label);
    }

    private static Cause cause(tracker.schemas.Cause cause) {
        return new Cause(
                cause.getPeriods().stream().map(Period::of).toList(),
                cause.getMilestones(),
                labelled(Rating.class, cause.getRating()),
                figure(cause.getValue()),
                figure(cause.getLimit()));
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
        if (report instanceof TaskReport of) {
            return new Report.OfTask(
                    Period.of(of.getPeriod()),
                    labelled(TaskStatus.class, of.getStatus()),
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
}
