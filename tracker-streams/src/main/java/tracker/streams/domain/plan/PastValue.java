package tracker.streams.domain.plan;

import java.math.BigDecimal;

/** A value from before the plan, for the trend only. */
public record PastValue(int year, BigDecimal value) {}
