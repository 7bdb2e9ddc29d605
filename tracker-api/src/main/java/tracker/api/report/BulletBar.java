package tracker.api.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The places of a bullet bar, in the units of its drawing: the way from baseline to target, what was covered of it (backwards too),
 * and where that was expected. {@code beyond} and {@code below}: what was covered leaves the drawing at its end, or at its beginning.
 */
public record BulletBar(
        BigDecimal baseline,
        BigDecimal way,
        BigDecimal from,
        BigDecimal length,
        BigDecimal expected,
        boolean beyond,
        boolean below) {
    private static final BigDecimal ORIGIN = new BigDecimal(12);
    private static final BigDecimal WAY = new BigDecimal(88);
    private static final BigDecimal END = new BigDecimal(119);

    static BulletBar of(BigDecimal completion, BigDecimal expected) {
        BigDecimal exact = ORIGIN.add(completion.multiply(WAY));
        BigDecimal reached = within(exact);
        return new BulletBar(
                ORIGIN,
                WAY,
                place(reached.min(ORIGIN)),
                place(reached.subtract(ORIGIN).abs()),
                place(within(ORIGIN.add(expected.multiply(WAY)))),
                exact.compareTo(reached) > 0,
                exact.compareTo(reached) < 0);
    }

    private static BigDecimal within(BigDecimal place) {
        return place.max(BigDecimal.ONE).min(END);
    }

    private static BigDecimal place(BigDecimal exact) {
        return exact.setScale(1, RoundingMode.HALF_UP);
    }
}
