package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.supervision.Duty;

/**
 * Some of a plan's subjects together: counts, sums in one unit each, and the subjects themselves, whose events are found under
 * {@code subject}. {@code group} says what holds them together (goal, category, department, owner, industry); {@code parts} is null but for
 * an industry that has parts, or for all industries.
 */
public record RollUp(
        Standing standing,
        String group,
        String groupId,
        Text name,
        int count,
        SortedMap<Rating, Integer> ratings,
        SortedMap<String, Integer> statuses,
        List<PlanView.Investment> investment,
        SortedMap<WarningRule, Integer> warnings,
        SortedMap<Duty.State, Integer> discipline,
        Parts parts,
        List<Line> items) {
    /** One subject; each figure is null where it has none. {@code subject} is kind/id, as the event log is asked for it. */
    public record Line(
            String subject,
            Kind kind,
            String id,
            Text name,
            long version,
            long position,
            String lead,
            Rating rating,
            String status,
            Period period,
            BigDecimal value,
            String unit,
            BigDecimal completion,
            BigDecimal expected,
            BigDecimal pace,
            BigDecimal planned,
            BigDecimal invested,
            List<WarningRule> warnings) {}

    /**
     * Whether the parts add up to the whole, in {@code unit}. {@code target} is the whole's own, null where it has none to be held
     * against; the values are of the whole's latest period, the sum null unless every part has one.
     */
    public record Parts(
            String unit,
            BigDecimal target,
            BigDecimal targetSum,
            Boolean targetsAddUp,
            Period period,
            BigDecimal value,
            BigDecimal valueSum,
            Boolean valuesAddUp) {}
}
