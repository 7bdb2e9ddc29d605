package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.OpenWarning;
import tracker.streams.domain.state.Subject.FeedbackState;

/** What a reader sees of one subject. A component is null where there is nothing to say, never made up. */
public sealed interface View {
    Standing standing();

    Responsibility responsibility();

    Rating rating();

    /** The open ones. */
    List<WarningView> warnings();

    /** An open warning, as it stands. {@code acknowledgement} is null until somebody has seen it. */
    record WarningView(
            WarningRule rule, Instant since, long position, Cause cause, OpenWarning.Acknowledgement acknowledgement) {}

    /** value, period and status are those of the latest period with an actual in force. */
    record IndicatorView(
            Standing standing,
            Collection collection,
            String goal,
            Text name,
            String unit,
            Measure measure,
            Direction direction,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal targetHigh,
            BigDecimal min,
            BigDecimal max,
            List<YearlyTarget> yearlyTargets,
            Frequency frequency,
            int allowanceDays,
            String parent,
            boolean longTerm,
            Responsibility responsibility,
            BigDecimal value,
            Period period,
            ObservationStatus status,
            BigDecimal completion,
            BigDecimal expected,
            BigDecimal pace,
            Rating rating,
            ExpectedLine expectedLine,
            boolean cumulative,
            List<WarningView> warnings)
            implements View {}

    /** invested is to date; period is that of percentComplete. */
    record ProjectView(
            Standing standing,
            String category,
            Text name,
            Text owner,
            BigDecimal investment,
            String unit,
            LocalDate start,
            LocalDate end,
            String note,
            Responsibility responsibility,
            ProjectStatus status,
            BigDecimal invested,
            BigDecimal investedShare,
            BigDecimal percentComplete,
            Period period,
            BigDecimal completion,
            BigDecimal expected,
            BigDecimal pace,
            Rating rating,
            ExpectedLine expectedLine,
            List<YearlyPlan> yearlyPlan,
            List<MilestoneView> milestones,
            List<WarningView> warnings)
            implements View {}

    /** {@code value} and {@code valueHigh} are what is to be reached, {@code reached} what was; null where there is no figure, or not yet. */
    record MilestoneView(
            String id,
            Text name,
            LocalDate due,
            String unit,
            BigDecimal value,
            BigDecimal valueHigh,
            Schedule schedule,
            LocalDate reachedOn,
            BigDecimal reached,
            String note) {
        /** MISSED: its day has passed without a report that it was reached. */
        public enum Schedule implements Labelled {
            DUE,
            REACHED_ON_TIME,
            REACHED_LATE,
            MISSED;

            private final String label = Labelled.fromName(this);

            @Override
            public String label() {
                return label;
            }
        }
    }

    /** A task has no figures, and so no rating; period and latestNote are of the latest report. */
    record TaskView(
            Standing standing,
            TaskKind taskKind,
            Text name,
            Text note,
            List<String> indicators,
            Responsibility responsibility,
            TaskStatus status,
            Period period,
            String latestNote,
            List<WarningView> warnings)
            implements View {
        @Override
        public Rating rating() {
            return null;
        }
    }

    record AssessmentView(
            Standing standing,
            AssessmentKind assessmentKind,
            int year,
            String about,
            String verdict,
            String text,
            Actor by,
            Assessment.Figures figures)
            implements Other {}

    /** {@code state} is the label of a {@link Moderation}. */
    record FeedbackView(
            Standing standing,
            String about,
            String text,
            String state,
            String postedBy,
            Instant postedAt,
            List<FeedbackState.Answer> answers)
            implements Other {
        /** What has become of it: nobody has looked at it yet, or somebody has. */
        public enum Moderation implements Labelled {
            AWAITING_MODERATION,
            PUBLISHED,
            REJECTED;

            private final String label = Labelled.fromName(this);

            @Override
            public String label() {
                return label;
            }

            /** {@code published} is null until somebody has looked at it. */
            static Moderation of(Boolean published) {
                return published == null ? AWAITING_MODERATION : published ? PUBLISHED : REJECTED;
            }
        }
    }

    /** What nobody answers for, and nothing rates. */
    sealed interface Other extends View {
        @Override
        default Responsibility responsibility() {
            return null;
        }

        @Override
        default Rating rating() {
            return null;
        }

        @Override
        default List<WarningView> warnings() {
            return List.of();
        }
    }
}
