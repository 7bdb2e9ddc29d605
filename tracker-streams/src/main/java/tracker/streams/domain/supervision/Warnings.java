package tracker.streams.domain.supervision;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Progress;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.MilestoneState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Verdicts;

/** The rules of domain.md, "Early warnings": what there is to warn of, as a subject and its plan stand on the plan's day. */
public final class Warnings {
    private static final Set<Rating> BEHIND = EnumSet.of(Rating.AT_RISK, Rating.OFF_TRACK, Rating.MOVING_AWAY);

    private Warnings() {}

    /** One cause a rule at the most; rules that the plan does not use are left out. */
    public static SortedMap<WarningRule, Cause> of(PlanState plan, Tracked subject) {
        Map<WarningRule, Cause> found = new EnumMap<>(WarningRule.class);
        boolean cancelled = subject instanceof ProjectState project && project.status() == ProjectStatus.CANCELLED;
        if (!cancelled) {
            behind(plan, subject).ifPresent(cause -> found.put(WarningRule.BEHIND, cause));
            ofPeriods(missing(plan, subject)).ifPresent(cause -> found.put(WarningRule.STALE, cause));
        }
        if (subject instanceof IndicatorState indicator) {
            Series values = Series.of(indicator);
            if (indicator.definition().cumulative()) {
                values.drop().ifPresent(cause -> found.put(WarningRule.DROP, cause));
            }
            values.jump(plan.definition().supervision().jumpMultiple())
                    .ifPresent(cause -> found.put(WarningRule.JUMP, cause));
            if (lacksTarget(plan, indicator.definition())) {
                found.put(WarningRule.NO_TARGET, Cause.none());
            }
        } else if (subject instanceof ProjectState project) {
            Series.invested(project)
                    .drop()
                    .or(() -> Series.percent(project).drop())
                    .ifPresent(cause -> found.put(WarningRule.DROP, cause));
            overspend(project).ifPresent(cause -> found.put(WarningRule.OVERSPEND, cause));
            if (!cancelled) {
                overdue(project).ifPresent(cause -> found.put(WarningRule.MILESTONE_OVERDUE, cause));
            }
        }
        ofPeriods(withoutEvidence(plan, subject)).ifPresent(cause -> found.put(WarningRule.EVIDENCE_MISSING, cause));
        found.keySet().retainAll(plan.definition().supervision().rules());
        return new TreeMap<>(found);
    }

    private static Optional<Cause> behind(PlanState plan, Tracked subject) {
        Progress progress = Verdicts.of(plan, subject).orElse(null);
        if (progress == null || !BEHIND.contains(progress.rating())) {
            return Optional.empty();
        }
        Period period = subject instanceof IndicatorState indicator
                ? indicator.latest().orElseThrow().period()
                : ((ProjectState) subject).latestPercent().orElseThrow().period();
        return Optional.of(Cause.rated(period, progress.rating(), progress.pace()));
    }

    private static List<Period> missing(PlanState plan, Tracked subject) {
        return Duties.of(plan, subject).stream()
                .filter(duty -> duty.on(plan.day()) == Duty.State.MISSING)
                .map(Duty::period)
                .toList();
    }

    private static boolean lacksTarget(PlanState plan, IndicatorDefinition indicator) {
        Supervision supervision = plan.definition().supervision();
        return indicator.target() == null
                && plan.day() != null
                && supervision.targetsDue() != null
                && plan.day().isAfter(supervision.targetsDue());
    }

    private static Optional<Cause> overspend(ProjectState project) {
        return project.invested() != null
                        && project.invested().compareTo(project.definition().investment()) > 0
                ? Optional.of(Cause.beyond(
                        List.of(), project.invested(), project.definition().investment()))
                : Optional.empty();
    }

    private static Optional<Cause> overdue(ProjectState project) {
        List<String> overdue = project.milestones().values().stream()
                .filter(milestone -> milestone.missed() && milestone.reachedOn() == null)
                .map(MilestoneState::plan)
                .map(milestone -> milestone.id())
                .toList();
        return overdue.isEmpty() ? Optional.empty() : Optional.of(Cause.ofMilestones(overdue));
    }

    private static List<Period> withoutEvidence(PlanState plan, Tracked subject) {
        if (!plan.definition().supervision().evidenceFor().contains(group(subject))) {
            return List.of();
        }
        return subject.reports().values().stream()
                .map(InForce::report)
                .filter(report -> report.evidence().isEmpty())
                .filter(report -> !(report instanceof Report.OfIndicator of) || of.status() != ObservationStatus.M)
                .map(Report::period)
                .toList();
    }

    /** The word by which {@link Supervision} names the subject's kind. */
    public static String group(Tracked subject) {
        return subject instanceof IndicatorState indicator
                ? indicator.definition().collection().label()
                : subject.head().id().kind().collection();
    }

    private static Optional<Cause> ofPeriods(List<Period> periods) {
        return periods.isEmpty() ? Optional.empty() : Optional.of(Cause.of(periods));
    }
}
