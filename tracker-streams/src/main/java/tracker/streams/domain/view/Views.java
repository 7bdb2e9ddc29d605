package tracker.streams.domain.view;

import static tracker.streams.domain.Figures.CONTEXT;

import java.math.BigDecimal;
import java.util.Optional;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.rating.Progress;
import tracker.streams.domain.rating.Ratings;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.IndicatorState;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Subject.ProjectState;
import tracker.streams.domain.state.Subject.TaskState;

/** From state to what is shown of it: a pure function of a subject and its plan. */
public final class Views {
    private Views() {}

    /** Empty for the plan itself, whose view is a {@link PlanView}. */
    public static Optional<View> of(PlanState plan, Subject subject) {
        if (subject instanceof IndicatorState indicator) {
            return Optional.of(of(plan, indicator));
        }
        if (subject instanceof ProjectState project) {
            return Optional.of(of(plan, project));
        }
        if (subject instanceof TaskState task) {
            return Optional.of(new View.TaskView(
                    Standing.of(plan, task.head()),
                    task.definition().kind(),
                    task.definition().name(),
                    task.definition().note(),
                    task.responsibility()));
        }
        return Optional.empty();
    }

    private static View.IndicatorView of(PlanState plan, IndicatorState state) {
        IndicatorDefinition indicator = state.definition();
        Report.OfIndicator latest = state.latest().orElse(null);
        Period period = latest == null ? null : latest.period();
        BigDecimal value = latest == null ? null : latest.value();
        Progress progress = Ratings.of(plan.definition(), indicator, period, value);
        return new View.IndicatorView(
                Standing.of(plan, state.head()),
                indicator.collection(),
                indicator.goal(),
                indicator.name(),
                indicator.unit(),
                indicator.measure(),
                indicator.direction(),
                indicator.baseline(),
                indicator.target(),
                indicator.targetHigh(),
                indicator.min(),
                indicator.max(),
                indicator.yearlyTargets(),
                indicator.frequency(),
                indicator.allowanceDays(),
                indicator.parent(),
                indicator.longTerm(),
                state.responsibility(),
                value,
                period,
                latest == null ? null : latest.status(),
                progress.completion(),
                progress.expected(),
                progress.pace(),
                progress.rating(),
                progress.line());
    }

    private static View.ProjectView of(PlanState plan, ProjectState state) {
        ProjectDefinition project = state.definition();
        Report.OfProject latest = state.latestPercent().orElse(null);
        Period period = latest == null ? null : latest.period();
        BigDecimal percent = latest == null ? null : latest.percentComplete();
        Progress progress = Ratings.of(plan.definition(), project, state.status(), period, percent);
        BigDecimal invested = state.invested();
        boolean hasShare = invested != null && project.investment().signum() > 0;
        return new View.ProjectView(
                Standing.of(plan, state.head()),
                project.category(),
                project.name(),
                project.owner(),
                project.investment(),
                project.unit(),
                project.start() == null ? plan.definition().start() : project.start(),
                project.end() == null ? plan.definition().end() : project.end(),
                project.note(),
                state.responsibility(),
                state.status(),
                invested,
                hasShare ? Figures.result(invested.divide(project.investment(), CONTEXT)) : null,
                percent,
                period,
                progress.completion(),
                progress.expected(),
                progress.pace(),
                progress.rating(),
                progress.line());
    }
}
