package tracker.streams.domain.state;

import java.math.BigDecimal;
import java.util.Optional;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.rating.Progress;
import tracker.streams.domain.rating.Ratings;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;

/** How far a subject is by the rules of its plan: from state to the formulas of {@link Ratings}. */
public final class Verdicts {
    private Verdicts() {}

    /** Empty for a task, which has no figures. */
    public static Optional<Progress> of(PlanState plan, Tracked subject) {
        if (subject instanceof IndicatorState indicator) {
            return Optional.of(of(plan, indicator));
        }
        return subject instanceof ProjectState project ? Optional.of(of(plan, project)) : Optional.empty();
    }

    public static Progress of(PlanState plan, IndicatorState indicator) {
        Report.OfIndicator latest = indicator.latest().orElse(null);
        Period period = latest == null ? null : latest.period();
        BigDecimal value = latest == null ? null : latest.value();
        return Ratings.of(plan.definition(), indicator.definition(), period, value);
    }

    public static Progress of(PlanState plan, ProjectState project) {
        Report.OfProject latest = project.latestPercent().orElse(null);
        Period period = latest == null ? null : latest.period();
        BigDecimal percent = latest == null ? null : latest.percentComplete();
        return Ratings.of(plan.definition(), project.definition(), project.status(), period, percent);
    }
}
