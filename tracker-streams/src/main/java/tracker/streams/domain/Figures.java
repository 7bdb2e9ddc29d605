package tracker.streams.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** The decimal arithmetic of domain.md: DECIMAL64 within, six places half-up at the edge, thirty digits at the most. */
public final class Figures {
    public static final MathContext CONTEXT = MathContext.DECIMAL64;
    public static final int MAX_DIGITS = 30;
    private static final int RESULT_PLACES = 6;
    private static final int MAX_TEXT = 2 * MAX_DIGITS + 10;

    private Figures() {}

    /** The decimal that {@code text} writes, digit for digit; empty where it writes none (NaN and infinities are none). */
    public static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT || !text.chars().allMatch(c -> c < 128)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Whether every digit of {@code value}, written out plainly, is within the limit. */
    public static boolean withinDigits(BigDecimal value) {
        int fraction = Math.max(value.scale(), 0);
        long whole = Math.max((long) value.precision() - value.scale(), 0);
        return fraction <= MAX_DIGITS && whole + fraction <= MAX_DIGITS;
    }

    /** Null stays null. */
    public static BigDecimal result(BigDecimal value) {
        return value == null ? null : value.setScale(RESULT_PLACES, RoundingMode.HALF_UP);
    }
}
