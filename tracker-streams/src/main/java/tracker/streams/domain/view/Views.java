package tracker.streams.domain.view;

import static tracker.streams.domain.Figures.CONTEXT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.rating.Progress;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.state.Subject.FeedbackState;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.MilestoneState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Tracked.TaskState;
import tracker.streams.domain.state.Verdicts;
import tracker.streams.domain.view.View.MilestoneView;
import tracker.streams.domain.view.View.MilestoneView.Schedule;
import tracker.streams.domain.view.View.WarningView;

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
            return Optional.of(of(plan, task));
        }
        if (subject instanceof AssessmentState state) {
            return Optional.of(new View.AssessmentView(
                    Standing.of(plan, state.head()),
                    state.assessment().kind(),
                    state.assessment().year(),
                    state.assessment().about(),
                    state.assessment().verdict(),
                    state.assessment().text(),
                    state.by(),
                    state.assessment().figures()));
        }
        return subject instanceof FeedbackState feedback ? Optional.of(of(plan, feedback)) : Optional.empty();
    }

    private static View.IndicatorView of(PlanState plan, IndicatorState state) {
        IndicatorDefinition indicator = state.definition();
        Report.OfIndicator latest = state.latest().orElse(null);
        Period period = latest == null ? null : latest.period();
        BigDecimal value = latest == null ? null : latest.value();
        Progress progress = Verdicts.of(plan, state);
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
                progress.line(),
                indicator.cumulative(),
                warnings(state));
    }

    private static View.ProjectView of(PlanState plan, ProjectState state) {
        ProjectDefinition project = state.definition();
        Report.OfProject latest = state.latestPercent().orElse(null);
        Period period = latest == null ? null : latest.period();
        BigDecimal percent = latest == null ? null : latest.percentComplete();
        Progress progress = Verdicts.of(plan, state);
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
                progress.line(),
                state.yearlyPlan(),
                state.milestones().values().stream().map(Views::of).toList(),
                warnings(state));
    }

    private static View.TaskView of(PlanState plan, TaskState state) {
        Report.OfTask latest = state.latest().orElse(null);
        return new View.TaskView(
                Standing.of(plan, state.head()),
                state.definition().kind(),
                state.definition().name(),
                state.definition().note(),
                state.definition().indicators(),
                state.responsibility(),
                state.status(),
                latest == null ? null : latest.period(),
                latest == null ? null : latest.note(),
                warnings(state));
    }

    private static View.FeedbackView of(PlanState plan, FeedbackState state) {
        String by = state.by().department() == null
                ? state.by().role().label()
                : state.by().department();
        return new View.FeedbackView(
                Standing.of(plan, state.head()),
                state.about(),
                state.text(),
                View.FeedbackView.Moderation.of(state.published()).label(),
                by,
                state.postedAt(),
                state.answers());
    }

    private static MilestoneView of(MilestoneState state) {
        Schedule schedule = state.missed() ? Schedule.MISSED : Schedule.DUE;
        if (state.reachedOn() != null) {
            schedule = state.reachedOn().isAfter(state.plan().due()) ? Schedule.REACHED_LATE : Schedule.REACHED_ON_TIME;
        }
        return new MilestoneView(
                state.plan().id(),
                state.plan().name(),
                state.plan().due(),
                state.plan().unit(),
                state.plan().value(),
                state.plan().valueHigh(),
                schedule,
                state.reachedOn(),
                state.value(),
                state.note());
    }

    private static List<WarningView> warnings(Tracked subject) {
        return subject.warnings().entrySet().stream()
                .map(open -> new WarningView(
                        open.getKey(),
                        open.getValue().since(),
                        open.getValue().position(),
                        open.getValue().cause(),
                        open.getValue().acknowledgement()))
                .toList();
    }
}
