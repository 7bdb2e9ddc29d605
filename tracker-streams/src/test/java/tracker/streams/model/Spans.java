package tracker.streams.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Period;

/** Periods and days, counted out. */
final class Spans {
    /** Of two that end together the longer is the later. */
    static final Comparator<Period> BY_END = Comparator.comparing(Spans::end).thenComparing(Spans::months);

    private Spans() {}

    static LocalDate end(Period period) {
        return LocalDate.of(period.year(), period.index() * months(period), 1)
                .plusMonths(1)
                .minusDays(1);
    }

    static LocalDate begin(Period period) {
        return end(period).plusDays(1).minusMonths(months(period));
    }

    /** All of {@code frequency} that lie between two days. */
    static List<Period> between(Frequency frequency, LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            for (int index = 1; index * months(frequency) <= 12; index++) {
                Period period = new Period(year, frequency, index);
                if (!begin(period).isBefore(from) && !end(period).isAfter(to)) {
                    periods.add(period);
                }
            }
        }
        return periods;
    }

    /** Whether who has reported {@code reported} need not report {@code due} any more. */
    static boolean answers(Period reported, Period due) {
        return end(reported).equals(end(due)) && months(reported) >= months(due);
    }

    /** Both counted. */
    static long days(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }

    private static int months(Period period) {
        return months(period.frequency());
    }

    private static int months(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR -> 12;
        };
    }
}
