package tracker.streams.domain.plan;

import java.math.BigDecimal;

/** What a project is to do in one year: the investment of that year (in the project's unit) and measures, each may be null. */
public record YearlyPlan(int year, BigDecimal investment, String measures) {}
