package tracker.streams.codec;

import static tracker.streams.codec.AvroValues.evidenceOut;
import static tracker.streams.codec.AvroValues.figure;
import static tracker.streams.codec.AvroValues.label;
import static tracker.streams.codec.AvroValues.pastOut;
import static tracker.streams.codec.AvroValues.text;

import tracker.schemas.IndicatorReport;
import tracker.schemas.ProjectReport;
import tracker.schemas.Sha256;
import tracker.schemas.TrackerEvent;
import tracker.streams.domain.Actor;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;

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
                .setPayload(payload(event.fact()))
                .build();
    }

    private static tracker.schemas.Actor actor(Actor actor) {
        return new tracker.schemas.Actor(actor.role().label(), actor.department(), actor.user());
    }

    private static Object payload(Fact fact) {
        if (fact instanceof Fact.PlanRegistered registered) {
            return plan(registered.definition());
        }
        if (fact instanceof Fact.IndicatorDefined defined) {
            return indicator(defined.definition());
        }
        if (fact instanceof Fact.ProjectRegistered registered) {
            return project(registered.definition());
        }
        if (fact instanceof Fact.TaskRegistered registered) {
            TaskDefinition task = registered.definition();
            return new tracker.schemas.TaskRegistered(task.kind().label(), text(task.name()), text(task.note()));
        }
        if (fact instanceof Fact.ResponsibilityAssigned assigned) {
            Responsibility responsibility = assigned.responsibility();
            return new tracker.schemas.ResponsibilityAssigned(
                    responsibility.lead(),
                    responsibility.assisting(),
                    responsibility.deadline(),
                    responsibility.measures());
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
        throw new IllegalStateException("no schema for " + fact.type());
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

    private static tracker.schemas.PlanRegistered plan(PlanDefinition plan) {
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
                .build();
    }

    private static tracker.schemas.IndicatorDefined indicator(IndicatorDefinition indicator) {
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
                .setYearlyTargets(indicator.yearlyTargets().stream()
                        .map(target -> new tracker.schemas.YearlyTarget(target.year(), figure(target.value())))
                        .toList())
                .setHistory(pastOut(indicator.history()))
                .setSource(indicator.source())
                .build();
    }

    private static tracker.schemas.ProjectRegistered project(ProjectDefinition project) {
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
}
