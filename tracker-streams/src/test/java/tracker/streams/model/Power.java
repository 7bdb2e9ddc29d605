package tracker.streams.model;

import java.math.BigDecimal;
import java.math.MathContext;

/** Powers of decimals by their series: slow, plain, and exact to thirty digits. */
final class Power {
    static final MathContext PRECISE = new MathContext(40);
    private static final BigDecimal SMALL = new BigDecimal("1e-36");

    private Power() {}

    /** {@code base} is above 0. */
    static BigDecimal of(BigDecimal base, BigDecimal exponent) {
        BigDecimal x = exponent.multiply(log(base), PRECISE);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(SMALL) > 0; n++) {
            term = term.multiply(x, PRECISE).divide(BigDecimal.valueOf(n), PRECISE);
            sum = sum.add(term, PRECISE);
        }
        return sum;
    }

    /** Of x = (1 + y) / (1 - y) it is 2 (y + y³/3 + y⁵/5 + …); halved to begin with, by roots, so that few terms do. */
    private static BigDecimal log(BigDecimal base) {
        BigDecimal x = base.sqrt(PRECISE).sqrt(PRECISE).sqrt(PRECISE);
        BigDecimal y = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), PRECISE);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = y;
        for (int n = 1; power.abs().compareTo(SMALL) > 0; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), PRECISE), PRECISE);
            power = power.multiply(y, PRECISE).multiply(y, PRECISE);
        }
        return sum.multiply(BigDecimal.valueOf(16), PRECISE);
    }
}
