package tracker.streams.domain.rating;

import static tracker.streams.domain.Figures.CONTEXT;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;

/** The expected line of an indicator that has a baseline and a target: what value, and what share of the way, a day asks for. */
public final class ExpectedPath {
    private final PlanDefinition plan;
    private final IndicatorDefinition indicator;
    private final ExpectedLine line;

    private ExpectedPath(PlanDefinition plan, IndicatorDefinition indicator, ExpectedLine line) {
        this.plan = plan;
        this.indicator = indicator;
        this.line = line;
    }

    /** A compound line needs baseline and target above 0, else {@link IllegalArgumentException}. */
    public static ExpectedPath of(PlanDefinition plan, IndicatorDefinition indicator, ExpectedLine line) {
        if (line == ExpectedLine.COMPOUND && !allowsCompound(indicator)) {
            throw new IllegalArgumentException("a compound line needs baseline and target above 0");
        }
        return new ExpectedPath(plan, indicator, line);
    }

    public static boolean allowsCompound(IndicatorDefinition indicator) {
        return indicator.baseline() != null
                && indicator.baseline().signum() > 0
                && indicator.target() != null
                && indicator.target().signum() > 0;
    }

    /** The share of the way from baseline to target that is expected by {@code day}. */
    public BigDecimal share(LocalDate day) {
        BigDecimal way = indicator.target().subtract(indicator.baseline());
        if (way.signum() == 0
                || (line == ExpectedLine.LINEAR && indicator.yearlyTargets().isEmpty())) {
            return Ratings.elapsed(plan.start(), plan.end(), day);
        }
        return value(day).subtract(indicator.baseline()).divide(way, CONTEXT);
    }

    /** The expected value on {@code day}. Yearly targets, where set, are corners of a straight line and go before the setting. */
    public BigDecimal value(LocalDate day) {
        if (!indicator.yearlyTargets().isEmpty()) {
            return throughCorners(day);
        }
        BigDecimal share = Ratings.elapsed(plan.start(), plan.end(), day);
        if (line == ExpectedLine.COMPOUND) {
            BigDecimal growth = indicator.target().divide(indicator.baseline(), CONTEXT);
            return indicator.baseline().multiply(BigDecimalMath.pow(growth, share, CONTEXT), CONTEXT);
        }
        return between(indicator.baseline(), indicator.target(), share);
    }

    private BigDecimal throughCorners(LocalDate day) {
        TreeMap<LocalDate, BigDecimal> corners = new TreeMap<>(Comparator.naturalOrder());
        corners.put(plan.start().minusDays(1), indicator.baseline());
        indicator.yearlyTargets().forEach(target -> corners.put(LocalDate.of(target.year(), 12, 31), target.value()));
        corners.put(plan.end(), indicator.target());
        Map.Entry<LocalDate, BigDecimal> from = corners.floorEntry(day);
        Map.Entry<LocalDate, BigDecimal> to = corners.higherEntry(day);
        if (to == null) {
            return from.getValue();
        }
        BigDecimal share = Ratings.elapsed(from.getKey().plusDays(1), to.getKey(), day);
        return between(from.getValue(), to.getValue(), share);
    }

    private static BigDecimal between(BigDecimal from, BigDecimal to, BigDecimal share) {
        return from.add(to.subtract(from).multiply(share, CONTEXT), CONTEXT);
    }
}
