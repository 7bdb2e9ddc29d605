package tracker.streams.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reporting period: {@code 2022}, {@code 2022-H1}, {@code 2022-Q3} or {@code 2022-07}. Ordered by last day; of two that end
 * together the longer one comes later, because it says more.
 */
public record Period(int year, Frequency frequency, int index) implements Comparable<Period> {
    private static final int YEAR_DIGITS = 4;
    private static final int WRITTEN = 7;
    private static final int TEN = 10;
    private static final int MONTHS = 12;
    /** By how it is written behind the year. */
    private static final Map<String, Part> PARTS = parts();

    private record Part(Frequency frequency, int index) {}

    /** Empty where {@code text} is not of one of the four forms. */
    public static Optional<Period> parse(String text) {
        if (text.length() < YEAR_DIGITS) {
            return Optional.empty();
        }
        for (int index = 0; index < YEAR_DIGITS; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return Optional.empty();
            }
        }
        Part part = PARTS.get(text.substring(YEAR_DIGITS));
        return Optional.ofNullable(part)
                .map(of -> new Period(Integer.parseInt(text, 0, YEAR_DIGITS, 10), of.frequency(), of.index()));
    }

    /** As {@link #parse}, but another form is an {@link IllegalArgumentException}. */
    public static Period of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a period: " + text));
    }

    public static Period ofYear(int year) {
        return new Period(year, Frequency.YEAR, 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (index - 1) * months() + 1, 1);
    }

    public LocalDate lastDay() {
        return YearMonth.of(year, index * months()).atEndOfMonth();
    }

    /** Whether a value for this period says what one for {@code other} would: it ends with it, and begins no later. */
    public boolean covers(Period other) {
        return lastMonth() == other.lastMonth() && firstMonth() <= other.firstMonth();
    }

    /** The periods of one frequency that lie within two days, both included, in order. */
    public static List<Period> within(Frequency frequency, LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            for (int index = 1; index <= MONTHS / months(frequency); index++) {
                Period period = new Period(year, frequency, index);
                if (!period.firstDay().isBefore(from) && !period.lastDay().isAfter(to)) {
                    periods.add(period);
                }
            }
        }
        return periods;
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new HashMap<>();
        for (Frequency frequency : Frequency.values()) {
            for (int index = 1; index <= MONTHS / months(frequency); index++) {
                String written = new Period(0, frequency, index).toString();
                parts.put(written.substring(YEAR_DIGITS), new Part(frequency, index));
            }
        }
        return Map.copyOf(parts);
    }

    /** In months since the year 0: periods are compared wherever a subject's reports are sorted, which is too often for dates. */
    private int firstMonth() {
        return year * MONTHS + (index - 1) * months();
    }

    private int lastMonth() {
        return year * MONTHS + index * months() - 1;
    }

    private int months() {
        return months(frequency);
    }

    private static int months(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR -> MONTHS;
        };
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = Integer.compare(lastMonth(), other.lastMonth());
        return byEnd != 0 ? byEnd : Integer.compare(other.firstMonth(), firstMonth());
    }

    @Override
    public String toString() {
        // Each row of state writes all of its periods: no format.
        StringBuilder text = new StringBuilder(WRITTEN).append(year);
        while (text.length() < YEAR_DIGITS) {
            text.insert(0, '0');
        }
        return switch (frequency) {
            case YEAR -> text.toString();
            case HALF_YEAR -> text.append("-H").append(index).toString();
            case QUARTER -> text.append("-Q").append(index).toString();
            case MONTH -> text.append(index < TEN ? "-0" : "-").append(index).toString();
        };
    }
}
