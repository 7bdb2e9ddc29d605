package tracker.streams.domain.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import tracker.streams.domain.Text;

/** What a project is registered with. {@code start} and {@code end} are null where the window is the plan's; note may be null. */
public record ProjectDefinition(
        String category,
        Text name,
        Text owner,
        BigDecimal investment,
        String unit,
        LocalDate start,
        LocalDate end,
        String note) {}
