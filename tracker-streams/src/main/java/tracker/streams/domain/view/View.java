package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.YearlyTarget;
import tracker.streams.domain.rating.Rating;

/** What a reader sees of one subject. A component is null where there is nothing to say, never made up. */
public sealed interface View {
    Standing standing();

    Responsibility responsibility();

    Rating rating();

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
            ExpectedLine expectedLine)
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
            ExpectedLine expectedLine)
            implements View {}

    /** A task has no figures, and so no rating. */
    record TaskView(Standing standing, TaskKind taskKind, Text name, Text note, Responsibility responsibility)
            implements View {
        @Override
        public Rating rating() {
            return null;
        }
    }
}
