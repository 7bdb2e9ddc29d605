package tracker.api.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Gives the numbers of a workbook's cells as the texts that a person sees there. */
record CellNumbers(CellFormats formats, boolean from1904) {
    // Excel shows and keeps 15 digits. What it writes beyond them is the rest of its binary arithmetic: a cell that
    // shows 0.3 may
    // be written 0.30000000000000004, and nobody entered that 4.
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    // Beyond any number of a workbook (1e308); plain digits of 1e999999999 would fill the memory.
    private static final int LONGEST = 400;
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
    // Day 60 is 29 February 1900, which never was, but which Excel counts; the last is 31 December 9999.
    private static final int NO_SUCH_DAY = 60;
    private static final int LAST_DAY = 2_958_465;

    /** Empty where it is no number, or no day though shown as one. */
    Optional<String> text(String raw, String style) {
        Optional<BigDecimal> number = parse(raw);
        return switch (formats.of(style)) {
            case NUMBER -> number.map(BigDecimal::toPlainString);
            // As the person sees it: a cell that shows 27.5% holds 0.275, and either could have been meant.
            case PERCENT -> number.map(value -> value.movePointRight(2).toPlainString() + "%");
            case DATE -> number.flatMap(this::date);
        };
    }

    private static Optional<BigDecimal> parse(String raw) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(raw.strip());
            if (Math.abs((long) value.scale()) > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(value.precision() > SHOWN.getPrecision() ? shown(value) : value);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static BigDecimal shown(BigDecimal value) {
        return value.round(SHOWN).stripTrailingZeros();
    }

    private Optional<String> date(BigDecimal value) {
        BigDecimal days = value.setScale(0, RoundingMode.FLOOR);
        if (days.compareTo(BigDecimal.valueOf(from1904 ? 0 : 1)) < 0
                || days.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0
                || (!from1904 && days.compareTo(BigDecimal.valueOf(NO_SUCH_DAY)) == 0)) {
            return Optional.empty();
        }
        LocalDate day = base(days).plusDays(days.longValueExact());
        long seconds = value.subtract(days)
                .multiply(SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Optional.of(
                seconds == 0 ? day.toString() : withTime(day.atStartOfDay().plusSeconds(seconds)));
    }

    private LocalDate base(BigDecimal days) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1);
        }
        boolean afterNoSuchDay = days.compareTo(BigDecimal.valueOf(NO_SUCH_DAY)) > 0;
        return LocalDate.of(1899, 12, afterNoSuchDay ? 30 : 31);
    }

    private static String withTime(LocalDateTime time) {
        boolean roundedUpToADay = time.toLocalTime().toSecondOfDay() == 0;
        return roundedUpToADay ? time.toLocalDate().toString() : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
