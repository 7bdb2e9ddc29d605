package tracker.streams.domain.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import tracker.streams.domain.Text;

/** What a project is to reach by a day; value (of a range, its lower end), valueHigh and unit are null where it is not a figure. */
public record Milestone(String id, Text name, LocalDate due, String unit, BigDecimal value, BigDecimal valueHigh) {}
