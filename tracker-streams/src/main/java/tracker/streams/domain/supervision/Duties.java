package tracker.streams.domain.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Period;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;

/** What a subject is to be reported for, and when: an indicator by its own frequency, a project by its plan's, a task not by rule. */
public final class Duties {
    private static final Set<ProjectStatus> OVER = EnumSet.of(ProjectStatus.COMPLETED, ProjectStatus.CANCELLED);

    private Duties() {}

    /** In the periods' order. */
    public static List<Duty> of(PlanState plan, Tracked subject) {
        if (subject instanceof IndicatorState indicator) {
            return duties(
                    plan,
                    subject,
                    indicator.definition().frequency(),
                    indicator.definition().allowanceDays(),
                    plan.definition().start(),
                    plan.definition().end());
        }
        Supervision supervision = plan.definition().supervision();
        if (subject instanceof ProjectState project && supervision.projectFrequency() != null) {
            ProjectDefinition definition = project.definition();
            return duties(
                    plan,
                    subject,
                    supervision.projectFrequency(),
                    supervision.projectAllowanceDays(),
                    definition.start() == null ? plan.definition().start() : definition.start(),
                    lastDay(plan, project));
        }
        return List.of();
    }

    /** A project that is completed or cancelled need not be reported for what comes after. */
    private static LocalDate lastDay(PlanState plan, ProjectState project) {
        LocalDate end = project.definition().end() == null
                ? plan.definition().end()
                : project.definition().end();
        if (!OVER.contains(project.status())) {
            return end;
        }
        return project.reports().values().stream()
                .map(InForce::report)
                .filter(report -> report.status() == project.status())
                .map(report -> report.period().lastDay())
                .min(Comparator.naturalOrder())
                .filter(over -> over.isBefore(end))
                .orElse(end);
    }

    private static List<Duty> duties(
            PlanState plan, Tracked subject, Frequency frequency, int allowanceDays, LocalDate from, LocalDate to) {
        return Period.within(frequency, from, to).stream()
                .map(period ->
                        new Duty(period, period.lastDay().plusDays(allowanceDays), reportedOn(plan, subject, period)))
                .toList();
    }

    private static LocalDate reportedOn(PlanState plan, Tracked subject, Period period) {
        // What covers it ends with it and is no shorter: in the periods' order that is what comes next from it on.
        return subject.reports().tailMap(period).entrySet().stream()
                .takeWhile(entry -> entry.getKey().covers(period))
                .map(Map.Entry::getValue)
                .filter(inForce -> inForce.report().answersForItsPeriod())
                .map(Duties::firstRecorded)
                .min(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, plan.definition().timeZone()))
                .orElse(null);
    }

    /** When the first report that answers for the period was recorded: a forecast before it does not count. */
    private static Instant firstRecorded(InForce<?> inForce) {
        Instant first = inForce.recordedAt();
        for (InForce<?> earlier = inForce.earlier(); earlier != null; earlier = earlier.earlier()) {
            if (earlier.report().answersForItsPeriod()) {
                first = earlier.recordedAt();
            }
        }
        return first;
    }
}
