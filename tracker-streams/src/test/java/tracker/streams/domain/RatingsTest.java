package tracker.streams.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.domain.Given.decimal;
import static tracker.streams.domain.Given.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.YearlyTarget;
import tracker.streams.domain.rating.Progress;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.rating.Ratings;

/** The formulas of domain.md against figures worked out there or by hand. */
class RatingsTest {
    @ParameterizedTest(name = "{0} {1}->{2}, {4} for {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "LEVEL,  2820, 5000, 2022,    3600, 0.357798,  0.399781, 0.894986,  AT_RISK",
                "LEVEL,  99,   100,  2021,    99.5, 0.500000,  0.199890, 2.501370,  ON_TRACK",
                "LEVEL,  2820, 5000, 2025,    5000, 1.000000,  1.000000, 1.000000,  ACHIEVED",
                "LEVEL,  2820, 5000, 2021,    2800, -0.009174, 0.199890, -0.045897, MOVING_AWAY",
                "LEVEL,  2820, 5000, 2021,    2820, 0.000000,  0.199890, 0.000000,  OFF_TRACK",
                // 181 days of 1826: a half-year is held against its own last day.
                "LEVEL,  0,    100,  2021-H1, 10,   0.100000,  0.099124, 1.008840,  ON_TRACK",
                "LEVEL,  50,   50,   2021,    50,   1.000000,  0.199890, 5.002740,  ACHIEVED",
                "LEVEL,  50,   50,   2021,    49,   0.000000,  0.199890, 0.000000,  OFF_TRACK",
                "LEVEL,  -,    50,   2021,    49,   -,         -,        -,         NO_BASELINE",
                "LEVEL,  -,    50,   2021,    50,   -,         -,        -,         ACHIEVED",
                "LEVEL,  1,    50,   -,       -,    -,         -,        -,         NO_DATA",
                "MAINTAIN, 29, 19,   2021,    25,   -,         -,        -,         ON_TRACK",
                "MAINTAIN, 29, 19,   2021,    18.05, -,        -,        -,         AT_RISK",
                "MAINTAIN, 29, 19,   2021,    18.04, -,        -,        -,         OFF_TRACK",
                "DELEGATED, 2, -,    2021,    2.1,  -,         -,        -,         NO_TARGET",
                "DELEGATED, 2, -,    -,       -,    -,         -,        -,         NO_TARGET",
                "RECURRING, -, 6,    2021,    7,    1.166667,  1.000000, 1.166667,  ON_TRACK",
                "RECURRING, -, 6,    2021,    5,    0.833333,  1.000000, 0.833333,  AT_RISK",
                // 181 of 365 days: 3 of 6 by the middle of the year is just ahead.
                "RECURRING, -, 6,    2022-H1, 3,    0.500000,  0.495890, 1.008287,  ON_TRACK",
            })
    void indicators(
            Measure measure,
            String baseline,
            String target,
            String period,
            String value,
            BigDecimal completion,
            BigDecimal expected,
            BigDecimal pace,
            Rating rating) {
        Progress progress = Ratings.of(
                Given.plan(),
                indicator(measure, baseline, target),
                period == null ? null : Period.of(period),
                decimal(value));

        assertThat(progress.completion()).isEqualTo(completion);
        assertThat(progress.expected()).isEqualTo(expected);
        assertThat(progress.pace()).isEqualTo(pace);
        assertThat(progress.rating()).isEqualTo(rating);
    }

    @Test
    void aCompoundLineAsksForGrowthAtOneRate() {
        IndicatorDefinition compound =
                indicator(Measure.LEVEL, Direction.HIGHER, "2820", "5000", ExpectedLine.COMPOUND, List.of());

        Progress progress = Ratings.of(Given.plan(), compound, Period.of("2022"), decimal("3600"));

        assertThat(progress.expected()).isEqualTo("0.332819");
        assertThat(progress.pace()).isEqualTo("1.075054");
        assertThat(progress.rating()).isEqualTo(Rating.ON_TRACK);
        assertThat(progress.line()).isEqualTo(ExpectedLine.COMPOUND);
    }

    @Test
    void lowerIsBetterRunsTheOtherWay() {
        IndicatorDefinition falling = indicator(Measure.LEVEL, Direction.LOWER, "10", "5", null, List.of());

        assertThat(Ratings.of(Given.plan(), falling, Period.of("2022"), decimal("8")))
                .satisfies(progress -> assertThat(progress.completion()).isEqualTo("0.400000"))
                .satisfies(progress -> assertThat(progress.rating()).isEqualTo(Rating.ON_TRACK));
        assertThat(Ratings.of(Given.plan(), falling, Period.of("2022"), decimal("4.9"))
                        .rating())
                .isEqualTo(Rating.ACHIEVED);
        assertThat(Ratings.of(Given.plan(), falling, Period.of("2022"), decimal("11"))
                        .rating())
                .isEqualTo(Rating.MOVING_AWAY);
    }

    @Test
    void yearlyTargetsBendTheLine() {
        IndicatorDefinition bent = indicator(
                Measure.LEVEL,
                Direction.HIGHER,
                "0",
                "100",
                null,
                List.of(new YearlyTarget(2021, decimal("5")), new YearlyTarget(2022, decimal("20"))));

        assertThat(Ratings.of(Given.plan(), bent, Period.of("2021"), decimal("5"))
                        .pace())
                .isEqualTo("1.000000");
        // Half of 2022 lies 181/365 of the way from 5 to 20: 12.438356.
        assertThat(Ratings.of(Given.plan(), bent, Period.of("2022-H1"), decimal("10"))
                        .expected())
                .isEqualTo("0.124384");
        assertThat(Ratings.of(Given.plan(), bent, Period.of("2025"), decimal("99"))
                        .expected())
                .isEqualTo("1.000000");
    }

    @Test
    void aProjectIsHeldAgainstItsWindow() {
        Progress progress = Ratings.of(
                Given.plan(), Given.project("160"), ProjectStatus.IMPLEMENTATION, Period.of("2021"), decimal("15"));

        assertThat(progress.completion()).isEqualTo("0.150000");
        assertThat(progress.pace()).isEqualTo("0.750411");
        assertThat(progress.rating()).isEqualTo(Rating.AT_RISK);
    }
}
