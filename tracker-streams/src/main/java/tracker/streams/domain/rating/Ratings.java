package tracker.streams.domain.rating;

import static tracker.streams.domain.Figures.CONTEXT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tracker.streams.domain.Period;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Thresholds;

/** The formulas of domain.md, "Progress": what a value for a period means against baseline, target and expected line. */
public final class Ratings {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Ratings() {}

    /** {@code value} is the one in force for the latest period, null (with {@code period}) where there is none. */
    public static Progress of(PlanDefinition plan, IndicatorDefinition indicator, Period period, BigDecimal value) {
        if (indicator.target() == null) {
            return Progress.only(Rating.NO_TARGET);
        }
        if (value == null) {
            return Progress.only(Rating.NO_DATA);
        }
        return switch (indicator.measure()) {
            case MAINTAIN -> maintained(plan.thresholds(), indicator, value);
            case RECURRING -> recurring(plan.thresholds(), indicator, period, value);
            // A delegated target, once assigned, makes the indicator a level unless the assignment says otherwise.
            case LEVEL, DELEGATED -> level(plan, indicator, period, value);
        };
    }

    /** Percent complete against the share of the project's window that has passed by the period's end. */
    public static Progress of(
            PlanDefinition plan,
            ProjectDefinition project,
            ProjectStatus status,
            Period period,
            BigDecimal percentComplete) {
        if (percentComplete == null) {
            return Progress.only(status == ProjectStatus.COMPLETED ? Rating.ACHIEVED : Rating.NO_DATA);
        }
        BigDecimal completion = percentComplete.divide(HUNDRED, CONTEXT);
        LocalDate start = project.start() == null ? plan.start() : project.start();
        LocalDate end = project.end() == null ? plan.end() : project.end();
        BigDecimal expected = elapsed(start, end, period.lastDay());
        boolean met = status == ProjectStatus.COMPLETED || percentComplete.compareTo(HUNDRED) >= 0;
        return paced(plan.thresholds(), completion, expected, met, ExpectedLine.LINEAR);
    }

    private static Progress level(PlanDefinition plan, IndicatorDefinition indicator, Period period, BigDecimal value) {
        boolean met = met(indicator, value);
        ExpectedLine line = indicator.expectedLine() == null ? plan.expectedLine() : indicator.expectedLine();
        if (indicator.baseline() == null) {
            return Progress.only(met ? Rating.ACHIEVED : Rating.NO_BASELINE);
        }
        BigDecimal way = indicator.target().subtract(indicator.baseline());
        BigDecimal completion = way.signum() == 0
                ? (met ? BigDecimal.ONE : BigDecimal.ZERO)
                : value.subtract(indicator.baseline()).divide(way, CONTEXT);
        BigDecimal expected = ExpectedPath.of(plan, indicator, line).share(period.lastDay());
        return paced(plan.thresholds(), completion, expected, met, line);
    }

    private static Progress maintained(Thresholds thresholds, IndicatorDefinition indicator, BigDecimal value) {
        if (met(indicator, value)) {
            return Progress.only(Rating.ON_TRACK);
        }
        BigDecimal target = indicator.target();
        boolean near = indicator.direction() == Direction.HIGHER
                ? value.compareTo(target.multiply(thresholds.onTrack())) >= 0
                : value.multiply(thresholds.onTrack()).compareTo(target) <= 0;
        return Progress.only(near && target.signum() > 0 ? Rating.AT_RISK : Rating.OFF_TRACK);
    }

    private static Progress recurring(
            Thresholds thresholds, IndicatorDefinition indicator, Period period, BigDecimal value) {
        BigDecimal completion = value.divide(indicator.target(), CONTEXT);
        BigDecimal expected =
                elapsed(LocalDate.of(period.year(), 1, 1), LocalDate.of(period.year(), 12, 31), period.lastDay());
        Progress progress = paced(thresholds, completion, expected, false, ExpectedLine.LINEAR);
        return met(indicator, value)
                ? new Progress(completion, expected, progress.pace(), Rating.ON_TRACK, ExpectedLine.LINEAR)
                : progress;
    }

    /** A range is met at its lower end. */
    private static boolean met(IndicatorDefinition indicator, BigDecimal value) {
        int order = value.compareTo(indicator.target());
        return indicator.direction() == Direction.HIGHER ? order >= 0 : order <= 0;
    }

    private static Progress paced(
            Thresholds thresholds, BigDecimal completion, BigDecimal expected, boolean met, ExpectedLine line) {
        // Nothing is expected yet where the line is flat at its start: there is no pace, only "not behind" or "behind".
        BigDecimal pace = expected.signum() > 0 ? completion.divide(expected, CONTEXT) : null;
        BigDecimal judged = pace != null ? pace : completion.signum() < 0 ? completion : BigDecimal.ONE;
        Rating rating = met ? Rating.ACHIEVED : rated(thresholds, judged);
        return new Progress(completion, expected, pace, rating, line);
    }

    private static Rating rated(Thresholds thresholds, BigDecimal pace) {
        if (pace.compareTo(thresholds.onTrack()) >= 0) {
            return Rating.ON_TRACK;
        }
        if (pace.compareTo(thresholds.atRisk()) >= 0) {
            return Rating.AT_RISK;
        }
        return pace.compareTo(thresholds.offTrack()) >= 0 ? Rating.OFF_TRACK : Rating.MOVING_AWAY;
    }

    /** Days from {@code start} to {@code day}, both counted, over the days to {@code end}; within 0 and 1. */
    static BigDecimal elapsed(LocalDate start, LocalDate end, LocalDate day) {
        long all = ChronoUnit.DAYS.between(start, end) + 1;
        long passed = Math.max(0, Math.min(all, ChronoUnit.DAYS.between(start, day) + 1));
        return BigDecimal.valueOf(passed).divide(BigDecimal.valueOf(all), CONTEXT);
    }
}
