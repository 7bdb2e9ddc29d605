package tracker.streams.domain.event;

import java.math.BigDecimal;
import java.util.List;
import tracker.streams.domain.Period;
import tracker.streams.domain.rating.Rating;

/**
 * What a rule found. Periods and milestones are those that it is about; rating is that of BEHIND, value and limit are what was
 * found and what it is held against; each null where the rule has none.
 */
public record Cause(List<Period> periods, List<String> milestones, Rating rating, BigDecimal value, BigDecimal limit) {
    public Cause {
        periods = List.copyOf(periods);
        milestones = List.copyOf(milestones);
    }

    public static Cause none() {
        return new Cause(List.of(), List.of(), null, null, null);
    }

    public static Cause of(List<Period> periods) {
        return new Cause(periods, List.of(), null, null, null);
    }

    public static Cause rated(Period period, Rating rating, BigDecimal pace) {
        return new Cause(List.of(period), List.of(), rating, pace, null);
    }

    public static Cause ofMilestones(List<String> milestones) {
        return new Cause(List.of(), milestones, null, null, null);
    }

    public static Cause beyond(List<Period> periods, BigDecimal value, BigDecimal limit) {
        return new Cause(periods, List.of(), null, value, limit);
    }
}
