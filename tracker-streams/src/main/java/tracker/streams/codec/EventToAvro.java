package tracker.streams.codec;

import static tracker.streams.codec.AvroValues.evidenceOut;
import static tracker.streams.codec.AvroValues.figure;
import static tracker.streams.codec.AvroValues.label;

import tracker.schemas.IndicatorReport;
import tracker.schemas.ProjectReport;
import tracker.schemas.Sha256;
import tracker.schemas.TrackerEvent;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;

/** Domain to Avro. */
final class EventToAvro {
    private EventToAvro() {}

    static TrackerEvent event(Event event) {
        return TrackerEvent.newBuilder()
                .setEventId(event.id())
                .setPlan(event.subject().plan())
                .setKind(event.subject().kind().label())
                .setSubject(event.subject().id())
                .setVersion(event.version())
                .setPosition(event.position())
                .setRecordedAt(event.recordedAt())
                .setPeriod(
                        event.fact().period() == null
                                ? null
                                : event.fact().period().toString())
                .setActor(actor(event.actor()))
                .setReason(event.reason())
                .setIdempotencyKey(event.idempotencyKey())
                .setCommandId(event.commandId())
                .setPreviousHash(new Sha256(event.previousHash().bytes()))
                .setSimulated(event.simulated())
                .setPayload(payload(event.fact()))
                .build();
    }

    private static tracker.schemas.Actor actor(Actor actor) {
        return new tracker.schemas.Actor(actor.role().label(), actor.department(), actor.user());
    }

    private static Object payload(Fact fact) {
        Object definition = definition(fact);
        if (definition != null) {
            return definition;
        }
        if (fact instanceof Fact.ProgressReported reported) {
            return new tracker.schemas.ProgressReported(report(reported.report()));
        }
        if (fact instanceof Fact.ReportCorrected corrected) {
            return new tracker.schemas.ReportCorrected(report(corrected.report()), corrected.corrects());
        }
        if (fact instanceof Fact.ReportRetracted retracted) {
            return new tracker.schemas.ReportRetracted(retracted.period().toString(), retracted.retracts());
        }
        if (fact instanceof Fact.MilestoneReached reached) {
            return new tracker.schemas.MilestoneReached(
                    reached.milestone(),
                    reached.reachedOn(),
                    figure(reached.value()),
                    reached.note(),
                    evidenceOut(reached.evidence()));
        }
        if (fact instanceof Fact.MilestoneMissed missed) {
            return new tracker.schemas.MilestoneMissed(missed.milestone(), missed.due());
        }
        if (fact instanceof Fact.ProjectStatusChanged changed) {
            return new tracker.schemas.ProjectStatusChanged(label(changed.before()), label(changed.after()));
        }
        if (fact instanceof Fact.WarningRaised raised) {
            return new tracker.schemas.WarningRaised(label(raised.rule()), cause(raised.cause()));
        }
        if (fact instanceof Fact.WarningUpdated updated) {
            return new tracker.schemas.WarningUpdated(label(updated.rule()), cause(updated.cause()));
        }
        if (fact instanceof Fact.WarningAcknowledged acknowledged) {
            return new tracker.schemas.WarningAcknowledged(label(acknowledged.rule()), acknowledged.note());
        }
        if (fact instanceof Fact.WarningCleared cleared) {
            return new tracker.schemas.WarningCleared(label(cleared.rule()));
        }
        if (fact instanceof Fact.AssessmentRecorded recorded) {
            return AssessmentAvro.write(recorded.assessment());
        }
        if (fact instanceof Fact.PlanAdjusted adjusted) {
            return new tracker.schemas.PlanAdjusted(
                    adjusted.reference(), adjusted.following(), DefinitionToAvro.change(adjusted.change()));
        }
        if (fact instanceof Fact.FeedbackPosted posted) {
            return new tracker.schemas.FeedbackPosted(posted.about(), posted.text());
        }
        if (fact instanceof Fact.FeedbackModerated moderated) {
            return new tracker.schemas.FeedbackModerated(moderated.published());
        }
        if (fact instanceof Fact.FeedbackAnswered answered) {
            return new tracker.schemas.FeedbackAnswered(answered.text());
        }
        if (fact instanceof Fact.DayTurned turned) {
            return new tracker.schemas.DayTurned(turned.day());
        }
        if (fact instanceof Fact.PersonErased erased) {
            return new tracker.schemas.PersonErased(erased.person());
        }
        throw new IllegalStateException("no schema for " + fact.type());
    }

    /** Null where the fact defines nothing. */
    private static Object definition(Fact fact) {
        if (fact instanceof Fact.PlanRegistered registered) {
            return DefinitionToAvro.plan(registered.definition());
        }
        if (fact instanceof Fact.IndicatorDefined defined) {
            return DefinitionToAvro.indicator(defined.definition());
        }
        if (fact instanceof Fact.ProjectRegistered registered) {
            return DefinitionToAvro.project(registered.definition());
        }
        if (fact instanceof Fact.TaskRegistered registered) {
            return DefinitionToAvro.task(registered.definition());
        }
        if (fact instanceof Fact.ResponsibilityAssigned assigned) {
            return DefinitionToAvro.responsibility(assigned.responsibility());
        }
        if (fact instanceof Fact.TargetSet set) {
            return new tracker.schemas.TargetSet(
                    label(set.measure()),
                    figure(set.target()),
                    figure(set.targetHigh()),
                    DefinitionToAvro.yearlyTargets(set.yearlyTargets()));
        }
        if (fact instanceof Fact.YearlyPlanSet set) {
            return DefinitionToAvro.yearlyPlan(set.years());
        }
        return fact instanceof Fact.MilestonePlanned planned ? DefinitionToAvro.milestone(planned.milestone()) : null;
    }

    private static tracker.schemas.Cause cause(Cause cause) {
        return new tracker.schemas.Cause(
                cause.periods().stream().map(Period::toString).toList(),
                cause.milestones(),
                label(cause.rating()),
                figure(cause.value()),
                figure(cause.limit()));
    }

    private static Object report(Report report) {
        if (report instanceof Report.OfIndicator of) {
            return IndicatorReport.newBuilder()
                    .setPeriod(of.period().toString())
                    .setValue(figure(of.value()))
                    .setUnit(of.unit())
                    .setStatus(of.status().name())
                    .setNote(of.note())
                    .setEvidence(evidenceOut(of.evidence()))
                    .build();
        }
        if (report instanceof Report.OfTask of) {
            return new tracker.schemas.TaskReport(
                    of.period().toString(), label(of.status()), of.note(), evidenceOut(of.evidence()));
        }
        Report.OfProject of = (Report.OfProject) report;
        return ProjectReport.newBuilder()
                .setPeriod(of.period().toString())
                .setInvested(figure(of.invested()))
                .setUnit(of.unit())
                .setPercentComplete(figure(of.percentComplete()))
                .setStatus(label(of.status()))
                .setNote(of.note())
                .setEvidence(evidenceOut(of.evidence()))
                .build();
    }
}
