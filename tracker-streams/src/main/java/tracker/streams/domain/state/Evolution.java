package tracker.streams.domain.state;

import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.state.Subject.IndicatorState;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Subject.ProjectState;
import tracker.streams.domain.state.Subject.TaskState;

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
        Head head = Head.of(event);
        Fact fact = event.fact();
        if (fact instanceof Fact.PlanRegistered registered) {
            return new PlanState(head, registered.definition());
        }
        if (fact instanceof Fact.IndicatorDefined defined) {
            return new IndicatorState(head, defined.definition(), null, new TreeMap<>());
        }
        if (fact instanceof Fact.ProjectRegistered registered) {
            return new ProjectState(head, registered.definition(), null, new TreeMap<>());
        }
        if (fact instanceof Fact.TaskRegistered registered) {
            return new TaskState(head, registered.definition(), null);
        }
        if (fact instanceof Fact.ResponsibilityAssigned assigned) {
            return assign(before, head, assigned.responsibility());
        }
        if (fact instanceof Fact.ProgressReported reported) {
            return report(before, event, head, reported.report());
        }
        if (fact instanceof Fact.ReportCorrected corrected) {
            return report(before, event, head, corrected.report());
        }
        if (fact instanceof Fact.ReportRetracted retracted) {
            return retract(before, event, head, retracted.period());
        }
        throw unfit(before, event);
    }

    private static Subject assign(Subject before, Head head, Responsibility responsibility) {
        if (before instanceof IndicatorState indicator) {
            return new IndicatorState(head, indicator.definition(), responsibility, indicator.reports());
        }
        if (before instanceof ProjectState project) {
            return new ProjectState(head, project.definition(), responsibility, project.reports());
        }
        if (before instanceof TaskState task) {
            return new TaskState(head, task.definition(), responsibility);
        }
        throw new IllegalStateException(head.id().key() + " cannot be assigned");
    }

    private static Subject report(Subject before, Event event, Head head, Report report) {
        if (before instanceof IndicatorState indicator && report instanceof Report.OfIndicator of) {
            return new IndicatorState(
                    head, indicator.definition(), indicator.responsibility(), with(indicator.reports(), of, event));
        }
        if (before instanceof ProjectState project && report instanceof Report.OfProject of) {
            return new ProjectState(
                    head, project.definition(), project.responsibility(), with(project.reports(), of, event));
        }
        throw unfit(before, event);
    }

    private static <R extends Report> SortedMap<Period, InForce<R>> with(
            SortedMap<Period, InForce<R>> reports, R report, Event event) {
        SortedMap<Period, InForce<R>> next = new TreeMap<>(reports);
        next.put(report.period(), new InForce<>(report, event.id(), event.recordedAt(), reports.get(report.period())));
        return next;
    }

    private static Subject retract(Subject before, Event event, Head head, Period period) {
        if (before instanceof IndicatorState indicator) {
            return new IndicatorState(
                    head, indicator.definition(), indicator.responsibility(), without(indicator.reports(), period));
        }
        if (before instanceof ProjectState project) {
            return new ProjectState(
                    head, project.definition(), project.responsibility(), without(project.reports(), period));
        }
        throw unfit(before, event);
    }

    private static <R extends Report> SortedMap<Period, InForce<R>> without(
            SortedMap<Period, InForce<R>> reports, Period period) {
        SortedMap<Period, InForce<R>> next = new TreeMap<>(reports);
        next.computeIfPresent(period, (same, inForce) -> inForce.earlier());
        return next;
    }

    private static IllegalStateException unfit(Subject before, Event event) {
        return new IllegalStateException("%s does not fit %s"
                .formatted(
                        event.fact().type(),
                        before == null ? "nothing" : before.head().id().key()));
    }
}
