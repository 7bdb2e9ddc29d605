package tracker.streams.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.rating.Rating;

/** How far a subject is: domain.md, "Progress", once more. Shares to six places; null where there is none. */
record Reckoning(
        BigDecimal completion,
        BigDecimal expected,
        BigDecimal pace,
        Rating rating,
        ExpectedLine line,
        Period period,
        BigDecimal value) {
    static final MathContext SIXTEEN = new MathContext(16, RoundingMode.HALF_EVEN);

    static Reckoning of(PlanDefinition plan, Sheet sheet) {
        return sheet.indicator == null ? ofProject(plan, sheet) : ofIndicator(plan, sheet);
    }

    private static Reckoning ofIndicator(PlanDefinition plan, Sheet sheet) {
        IndicatorDefinition indicator = sheet.indicator;
        Report.OfIndicator latest = null;
        for (Report.OfIndicator actual : sheet.actuals()) {
            latest = actual;
        }
        Period period = latest == null ? null : latest.period();
        BigDecimal value = latest == null ? null : latest.value();
        if (indicator.target() == null || latest == null) {
            return bare(indicator.target() == null ? Rating.NO_TARGET : Rating.NO_DATA, period, value);
        }
        boolean met = atLeast(indicator, value, indicator.target());
        return switch (indicator.measure()) {
            case MAINTAIN -> bare(maintained(plan.thresholds(), indicator, value, met), period, value);
            case RECURRING -> {
                LocalDate newYear = LocalDate.of(period.year(), 1, 1);
                BigDecimal expected = share(newYear, newYear.plusYears(1).minusDays(1), Spans.end(period));
                BigDecimal completion = value.divide(indicator.target(), SIXTEEN);
                yield paced(
                        plan, completion, expected, met ? Rating.ON_TRACK : null, ExpectedLine.LINEAR, period, value);
            }
            case LEVEL, DELEGATED -> level(plan, indicator, period, value, met);
        };
    }

    private static Reckoning level(
            PlanDefinition plan, IndicatorDefinition indicator, Period period, BigDecimal value, boolean met) {
        if (indicator.baseline() == null) {
            return bare(met ? Rating.ACHIEVED : Rating.NO_BASELINE, period, value);
        }
        BigDecimal way = indicator.target().subtract(indicator.baseline());
        BigDecimal completion = BigDecimal.valueOf(met ? 1 : 0);
        if (way.signum() != 0) {
            completion = value.subtract(indicator.baseline()).divide(way, SIXTEEN);
        }
        ExpectedLine line = indicator.expectedLine() == null ? plan.expectedLine() : indicator.expectedLine();
        BigDecimal expected = expected(plan, indicator, line, Spans.end(period));
        return paced(plan, completion, expected, met ? Rating.ACHIEVED : null, line, period, value);
    }

    private static BigDecimal expected(
            PlanDefinition plan, IndicatorDefinition indicator, ExpectedLine line, LocalDate day) {
        BigDecimal b = indicator.baseline();
        BigDecimal t = indicator.target();
        BigDecimal share = share(plan.start(), plan.end(), day);
        if (t.compareTo(b) == 0) {
            return share;
        }
        if (!indicator.yearlyTargets().isEmpty()) {
            return bent(plan, indicator, day).subtract(b).divide(t.subtract(b), SIXTEEN);
        }
        return line == ExpectedLine.LINEAR
                ? share
                : b.multiply(Power.of(t.divide(b, Power.PRECISE), share))
                        .subtract(b)
                        .divide(t.subtract(b), SIXTEEN);
    }

    /** The value on {@code day} of the line from corner to corner. */
    private static BigDecimal bent(PlanDefinition plan, IndicatorDefinition indicator, LocalDate day) {
        SortedMap<LocalDate, BigDecimal> corners = new TreeMap<>();
        indicator.yearlyTargets().forEach(year -> corners.put(LocalDate.of(year.year(), 12, 31), year.value()));
        corners.put(plan.end(), indicator.target());
        LocalDate since = plan.start();
        BigDecimal from = indicator.baseline();
        for (var corner : corners.entrySet()) {
            if (!day.isAfter(corner.getKey())) {
                BigDecimal rise = corner.getValue().subtract(from);
                return from.add(rise.multiply(share(since, corner.getKey(), day)));
            }
            since = corner.getKey().plusDays(1);
            from = corner.getValue();
        }
        return from;
    }

    private static Reckoning ofProject(PlanDefinition plan, Sheet sheet) {
        Report.OfProject latest = sheet.latest(Report.OfProject.class, Report.OfProject::percentComplete);
        boolean completed = sheet.projectStatus() == ProjectStatus.COMPLETED;
        if (latest == null) {
            return bare(completed ? Rating.ACHIEVED : Rating.NO_DATA, null, null);
        }
        LocalDate start = sheet.project.start() == null ? plan.start() : sheet.project.start();
        LocalDate end = sheet.project.end() == null ? plan.end() : sheet.project.end();
        BigDecimal percent = latest.percentComplete();
        boolean met = completed || percent.compareTo(BigDecimal.valueOf(100)) >= 0;
        return paced(
                plan,
                percent.movePointLeft(2).round(SIXTEEN),
                share(start, end, Spans.end(latest.period())),
                met ? Rating.ACHIEVED : null,
                ExpectedLine.LINEAR,
                latest.period(),
                percent);
    }

    private static Reckoning paced(
            PlanDefinition plan,
            BigDecimal completion,
            BigDecimal expected,
            Rating met,
            ExpectedLine line,
            Period period,
            BigDecimal value) {
        BigDecimal pace = expected.signum() <= 0 ? null : completion.divide(expected, SIXTEEN);
        Rating rating = met;
        if (met == null && pace == null) {
            // Nothing is expected yet: whoever has not gone back is not behind.
            rating = rated(plan.thresholds(), completion.signum() < 0 ? completion : BigDecimal.ONE);
        } else if (met == null) {
            rating = rated(plan.thresholds(), pace);
        }
        return new Reckoning(six(completion), six(expected), six(pace), rating, line, period, value);
    }

    private static Rating rated(Thresholds thresholds, BigDecimal pace) {
        Rating rating = Rating.MOVING_AWAY;
        rating = pace.compareTo(thresholds.offTrack()) >= 0 ? Rating.OFF_TRACK : rating;
        rating = pace.compareTo(thresholds.atRisk()) >= 0 ? Rating.AT_RISK : rating;
        return pace.compareTo(thresholds.onTrack()) >= 0 ? Rating.ON_TRACK : rating;
    }

    private static Rating maintained(
            Thresholds thresholds, IndicatorDefinition indicator, BigDecimal value, boolean met) {
        BigDecimal share = thresholds.onTrack();
        boolean near = indicator.direction() == Direction.HIGHER
                ? atLeast(indicator, value, indicator.target().multiply(share))
                : atLeast(indicator, value.multiply(share), indicator.target());
        return met ? Rating.ON_TRACK : near && indicator.target().signum() > 0 ? Rating.AT_RISK : Rating.OFF_TRACK;
    }

    private static boolean atLeast(IndicatorDefinition indicator, BigDecimal value, BigDecimal asked) {
        BigDecimal over = value.subtract(asked);
        return over.signum() == 0 || (over.signum() > 0) == (indicator.direction() == Direction.HIGHER);
    }

    /** How much of the time from {@code from} to {@code to} has passed by the evening of {@code day}: from 0 to 1. */
    private static BigDecimal share(LocalDate from, LocalDate to, LocalDate day) {
        if (day.isBefore(from)) {
            return BigDecimal.ZERO;
        }
        LocalDate until = day.isAfter(to) ? to : day;
        return new BigDecimal(Spans.days(from, until)).divide(new BigDecimal(Spans.days(from, to)), SIXTEEN);
    }

    private static Reckoning bare(Rating rating, Period period, BigDecimal value) {
        return new Reckoning(null, null, null, rating, null, period, value);
    }

    static BigDecimal six(BigDecimal value) {
        return value == null ? null : value.setScale(6, RoundingMode.HALF_UP);
    }
}
