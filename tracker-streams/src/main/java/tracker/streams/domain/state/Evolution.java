package tracker.streams.domain.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.state.OpenWarning.Acknowledgement;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.state.Subject.FeedbackState;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.MilestoneState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Tracked.TaskState;

/** evolve: the one function that changes state. The write path and the read path both fold with it. */
public final class Evolution {
    private Evolution() {}

    /**
     * The state after {@code event}; {@code before} is null for a subject's first. An event that does not fit the state is an
     * {@link IllegalStateException}: the log itself is broken then, and nothing may be built on it.
     */
    public static Subject evolve(Subject before, Event event) {
        long expected = before == null ? 1 : before.head().version() + 1;
        if (event.version() != expected) {
            throw new IllegalStateException(
                    "%s: version %d where %d follows".formatted(event.subject().key(), event.version(), expected));
        }
        Subject after = before == null ? begin(event) : next(before, event);
        if (after == null) {
            throw new IllegalStateException("%s does not fit %s"
                    .formatted(
                            event.fact().type(),
                            before == null ? "nothing" : before.head().id().key()));
        }
        return after.at(Head.of(event));
    }

    /** Null where no subject begins with such an event. */
    private static Subject begin(Event event) {
        Head head = Head.of(event);
        Fact fact = event.fact();
        if (fact instanceof Fact.PlanRegistered registered) {
            return new PlanState(head, registered.definition(), null, Set.of());
        }
        if (fact instanceof Fact.IndicatorDefined defined) {
            return new IndicatorState(head, defined.definition(), null, null, new TreeMap<>());
        }
        if (fact instanceof Fact.ProjectRegistered registered) {
            return new ProjectState(head, registered.definition(), null, null, new TreeMap<>(), null, null);
        }
        if (fact instanceof Fact.TaskRegistered registered) {
            return new TaskState(head, registered.definition(), null, null, null);
        }
        if (fact instanceof Fact.AssessmentRecorded recorded) {
            return new AssessmentState(head, recorded.assessment(), event.actor());
        }
        return fact instanceof Fact.FeedbackPosted posted
                ? new FeedbackState(
                        head, posted.about(), posted.text(), event.actor(), event.recordedAt(), null, List.of())
                : null;
    }

    /** Null where the event does not fit. */
    private static Subject next(Subject before, Event event) {
        if (before instanceof PlanState plan) {
            return plan(plan, event.fact());
        }
        if (before instanceof FeedbackState feedback) {
            return feedback(feedback, event);
        }
        return before instanceof Tracked tracked ? tracked(tracked, event) : null;
    }

    private static Subject plan(PlanState plan, Fact fact) {
        if (fact instanceof Fact.DayTurned turned) {
            return new PlanState(plan.head(), plan.definition(), turned.day(), plan.erased());
        }
        if (fact instanceof Fact.PersonErased erasure) {
            Set<String> erased = new TreeSet<>(plan.erased());
            erased.add(erasure.person());
            return new PlanState(plan.head(), plan.definition(), plan.day(), erased);
        }
        return fact instanceof Fact.PlanAdjusted adjusted && adjusted.change() instanceof Change.OfPlan changed
                ? new PlanState(plan.head(), changed.definition(), plan.day(), plan.erased())
                : null;
    }

    private static Subject feedback(FeedbackState before, Event event) {
        if (event.fact() instanceof Fact.FeedbackModerated moderated) {
            return new FeedbackState(
                    before.head(),
                    before.about(),
                    before.text(),
                    before.by(),
                    before.postedAt(),
                    moderated.published(),
                    before.answers());
        }
        if (event.fact() instanceof Fact.FeedbackAnswered answered) {
            List<FeedbackState.Answer> answers = new ArrayList<>(before.answers());
            answers.add(new FeedbackState.Answer(answered.text(), event.actor(), event.recordedAt()));
            return new FeedbackState(
                    before.head(),
                    before.about(),
                    before.text(),
                    before.by(),
                    before.postedAt(),
                    before.published(),
                    answers);
        }
        return null;
    }

    private static Subject tracked(Tracked before, Event event) {
        Fact fact = event.fact();
        if (fact instanceof Fact.ProgressReported reported) {
            return report(before, event, reported.report());
        }
        if (fact instanceof Fact.ReportCorrected corrected) {
            return report(before, event, corrected.report());
        }
        if (fact instanceof Fact.ReportRetracted retracted) {
            return retract(before, retracted.period());
        }
        if (fact instanceof Fact.ResponsibilityAssigned assigned) {
            return before.assigned(assigned.responsibility());
        }
        if (fact instanceof Fact.WarningRaised raised) {
            return warn(
                    before, raised.rule(), new OpenWarning(raised.cause(), event.recordedAt(), event.position(), null));
        }
        if (fact instanceof Fact.WarningUpdated updated) {
            OpenWarning open = before.warnings().get(updated.rule());
            return open == null ? null : warn(before, updated.rule(), open.updated(updated.cause()));
        }
        if (fact instanceof Fact.WarningAcknowledged acknowledged) {
            OpenWarning open = before.warnings().get(acknowledged.rule());
            Acknowledgement by = new Acknowledgement(event.recordedAt(), event.actor(), acknowledged.note());
            return open == null ? null : warn(before, acknowledged.rule(), open.acknowledged(by));
        }
        if (fact instanceof Fact.WarningCleared cleared) {
            return before.warnings().containsKey(cleared.rule()) ? warn(before, cleared.rule(), null) : null;
        }
        if (fact instanceof Fact.PlanAdjusted adjusted) {
            return adjusted.change() == null ? before : adjust(before, adjusted.change());
        }
        if (before instanceof IndicatorState indicator && fact instanceof Fact.TargetSet set) {
            return indicator.defined(indicator
                    .definition()
                    .withTarget(set.measure(), set.target(), set.targetHigh(), set.yearlyTargets()));
        }
        return before instanceof ProjectState project ? project(project, fact) : null;
    }

    private static Subject project(ProjectState before, Fact fact) {
        if (fact instanceof Fact.ProjectStatusChanged) {
            // Said for those who listen: the state has it from the reports.
            return before;
        }
        if (fact instanceof Fact.YearlyPlanSet set) {
            return before.planned(set.years());
        }
        if (fact instanceof Fact.MilestonePlanned planned) {
            return before.with(MilestoneState.planned(planned.milestone()));
        }
        if (fact instanceof Fact.MilestoneReached reached) {
            MilestoneState milestone = before.milestones().get(reached.milestone());
            return milestone == null
                    ? null
                    : before.with(new MilestoneState(
                            milestone.plan(),
                            milestone.missed(),
                            reached.reachedOn(),
                            reached.value(),
                            reached.note(),
                            reached.evidence()));
        }
        if (fact instanceof Fact.MilestoneMissed missed) {
            MilestoneState milestone = before.milestones().get(missed.milestone());
            return milestone == null
                    ? null
                    : before.with(new MilestoneState(milestone.plan(), true, null, null, null, List.of()));
        }
        return null;
    }

    private static Subject adjust(Tracked before, Change change) {
        if (change instanceof Change.OfResponsibility of) {
            return before.assigned(of.responsibility());
        }
        if (before instanceof IndicatorState indicator && change instanceof Change.OfIndicator of) {
            return indicator.defined(of.definition());
        }
        if (before instanceof TaskState task && change instanceof Change.OfTask of) {
            return task.defined(of.definition());
        }
        if (before instanceof ProjectState project) {
            if (change instanceof Change.OfProject of) {
                return project.defined(of.definition());
            }
            if (change instanceof Change.OfYearlyPlan of) {
                return project.planned(of.years());
            }
            if (change instanceof Change.OfMilestone of) {
                MilestoneState milestone =
                        project.milestones().get(of.milestone().id());
                return milestone == null ? null : project.with(milestone.plannedAs(of.milestone()));
            }
        }
        return null;
    }

    /** The warning is open with {@code next}, or closed where that is null. */
    private static Tracked warn(Tracked before, WarningRule rule, OpenWarning next) {
        SortedMap<WarningRule, OpenWarning> warnings = new TreeMap<>(before.warnings());
        if (next == null) {
            warnings.remove(rule);
        } else {
            warnings.put(rule, next);
        }
        return before.warned(warnings);
    }

    private static Subject report(Tracked before, Event event, Report report) {
        Tracked after = null;
        Tracked heard = report.answersForItsPeriod() ? noLongerMissing(before, report.period()) : before;
        if (heard instanceof IndicatorState indicator && report instanceof Report.OfIndicator of) {
            after = indicator.reported(with(indicator.reports(), of, event));
        } else if (heard instanceof ProjectState project && report instanceof Report.OfProject of) {
            after = project.reported(with(project.reports(), of, event));
        } else if (heard instanceof TaskState task && report instanceof Report.OfTask of) {
            after = task.reported(with(task.reports(), of, event));
        }
        return after;
    }

    /** A warning that periods are missing follows what comes in, one by one; it is cleared by its own event. */
    private static Tracked noLongerMissing(Tracked before, Period reported) {
        OpenWarning stale = before.warnings().get(WarningRule.STALE);
        if (stale == null || stale.cause().periods().stream().noneMatch(reported::covers)) {
            return before;
        }
        List<Period> missing = stale.cause().periods().stream()
                .filter(period -> !reported.covers(period))
                .toList();
        Cause rest = new Cause(missing, List.of(), null, null, null);
        return warn(
                before,
                WarningRule.STALE,
                new OpenWarning(rest, stale.since(), stale.position(), stale.acknowledgement()));
    }

    private static <R extends Report> SortedMap<Period, InForce<R>> with(
            SortedMap<Period, InForce<R>> reports, R report, Event event) {
        SortedMap<Period, InForce<R>> next = new TreeMap<>(reports);
        next.put(report.period(), new InForce<>(report, event.id(), event.recordedAt(), reports.get(report.period())));
        return next;
    }

    private static Subject retract(Tracked before, Period period) {
        if (before instanceof IndicatorState indicator) {
            return indicator.reported(without(indicator.reports(), period));
        }
        if (before instanceof ProjectState project) {
            return project.reported(without(project.reports(), period));
        }
        return before instanceof TaskState task ? task.reported(without(task.reports(), period)) : null;
    }

    private static <R extends Report> SortedMap<Period, InForce<R>> without(
            SortedMap<Period, InForce<R>> reports, Period period) {
        SortedMap<Period, InForce<R>> next = new TreeMap<>(reports);
        next.computeIfPresent(period, (same, inForce) -> inForce.earlier());
        return next;
    }
}
