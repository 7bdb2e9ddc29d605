package tracker.streams.domain.plan;

import java.math.BigDecimal;

/** What is to be reached by the end of one year of the plan. */
public record YearlyTarget(int year, BigDecimal value) {}
