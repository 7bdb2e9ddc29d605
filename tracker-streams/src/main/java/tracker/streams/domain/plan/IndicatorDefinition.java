package tracker.streams.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Text;

/**
 * What an indicator is registered with. Null where not given: goal, baseline, target (delegated), targetHigh (no range), min and
 * max (no declared bound), parent, expectedLine (the plan's). All figures are in {@code unit}. {@code cumulative}: it counts up from
 * the baseline and never down.
 */
public record IndicatorDefinition(
        Collection collection,
        String goal,
        Text name,
        String unit,
        Measure measure,
        Direction direction,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal targetHigh,
        BigDecimal min,
        BigDecimal max,
        Frequency frequency,
        int allowanceDays,
        String parent,
        boolean longTerm,
        ExpectedLine expectedLine,
        List<YearlyTarget> yearlyTargets,
        List<PastValue> history,
        String source,
        boolean cumulative) {
    public IndicatorDefinition {
        yearlyTargets = List.copyOf(yearlyTargets);
        history = List.copyOf(history);
    }

    /** The same, held against another target: a delegated one that was assigned, or one with targets for single years. */
    public IndicatorDefinition withTarget(Measure by, BigDecimal to, BigDecimal toHigh, List<YearlyTarget> years) {
        return new IndicatorDefinition(
                collection,
                goal,
                name,
                unit,
                by,
                direction,
                baseline,
                to,
                toHigh,
                min,
                max,
                frequency,
                allowanceDays,
                parent,
                longTerm,
                expectedLine,
                years,
                history,
                source,
                cumulative);
    }
}
