package tracker.streams.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Text;

/**
 * What an indicator is registered with. Null where not given: goal, baseline, target (delegated), targetHigh (no range), min and
 * max (no declared bound), parent, expectedLine (the plan's). All figures are in {@code unit}.
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
        String source) {
    public IndicatorDefinition {
        yearlyTargets = List.copyOf(yearlyTargets);
        history = List.copyOf(history);
    }
}
