package tracker.streams.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period: {@code 2022}, {@code 2022-H1}, {@code 2022-Q3} or {@code 2022-07}. Ordered by last day; of two that end
 * together the longer one comes later, because it says more.
 */
public record Period(int year, Frequency frequency, int index) implements Comparable<Period> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::lastDay).thenComparing(Period::firstDay, Comparator.reverseOrder());

    /** Empty where {@code text} is not of one of the four forms. */
    public static Optional<Period> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(new Period(year, Frequency.HALF_YEAR, Integer.parseInt(matcher.group(2))));
        }
        if (matcher.group(3) != null) {
            return Optional.of(new Period(year, Frequency.QUARTER, Integer.parseInt(matcher.group(3))));
        }
        if (matcher.group(4) != null) {
            return Optional.of(new Period(year, Frequency.MONTH, Integer.parseInt(matcher.group(4))));
        }
        return Optional.of(ofYear(year));
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
        return lastDay().equals(other.lastDay()) && !firstDay().isAfter(other.firstDay());
    }

    /** The periods of one frequency that lie within two days, both included, in order. */
    public static List<Period> within(Frequency frequency, LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            for (int index = 1; index <= 12 / months(frequency); index++) {
                Period period = new Period(year, frequency, index);
                if (!period.firstDay().isBefore(from) && !period.lastDay().isAfter(to)) {
                    periods.add(period);
                }
            }
        }
        return periods;
    }

    private int months() {
        return months(frequency);
    }

    private static int months(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR -> 12;
        };
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String head = "%04d".formatted(year);
        return switch (frequency) {
            case YEAR -> head;
            case HALF_YEAR -> head + "-H" + index;
            case QUARTER -> head + "-Q" + index;
            case MONTH -> head + "-%02d".formatted(index);
        };
    }
}
