package tracker.api.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tracker.api.tables.Row;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Period;
import tracker.streams.domain.plan.IndicatorDefinition;

/** An indicator's made-up values: given at the ends of years, and between them on the way, give or take a little. */
final class IndicatorSeries {
    private static final int FIRST_YEAR = 2021;
    private static final int WIGGLE_PERCENT = 12;

    private final List<BigDecimal> ends = new ArrayList<>();
    private final BigDecimal start;
    private final int places;

    IndicatorSeries(Row story, IndicatorDefinition indicator) {
        for (int year = FIRST_YEAR; year < FIRST_YEAR + 5; year++) {
            ends.add(new BigDecimal(story.cell("y" + year)));
        }
        start = indicator.baseline() == null ? ends.get(0) : indicator.baseline();
        places = ends.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    }

    BigDecimal value(Draws draws, Period period) {
        int year = period.year() - FIRST_YEAR;
        BigDecimal to = ends.get(year);
        int parts = parts(period.frequency());
        if (period.index() == parts) {
            return to;
        }
        BigDecimal from = year == 0 ? start : ends.get(year - 1);
        int hundredths = 100 * period.index() + draws.between(-WIGGLE_PERCENT, WIGGLE_PERCENT);
        BigDecimal share = BigDecimal.valueOf(hundredths).divide(BigDecimal.valueOf(100L * parts), Figures.CONTEXT);
        return from.add(to.subtract(from).multiply(share, Figures.CONTEXT)).setScale(places, RoundingMode.HALF_UP);
    }

    /** What was known of {@code value} before it was checked: a little less, never below 0. */
    BigDecimal early(Draws draws, BigDecimal value) {
        BigDecimal less = value.subtract(BigDecimal.valueOf(draws.between(1, 3), places));
        return less.signum() < 0 ? value : less;
    }

    private static int parts(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> 12;
            case QUARTER -> 4;
            case HALF_YEAR -> 2;
            case YEAR -> 1;
        };
    }
}
