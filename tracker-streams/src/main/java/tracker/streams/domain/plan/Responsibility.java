package tracker.streams.domain.plan;

import java.time.LocalDate;
import java.util.List;

/** Who answers for a subject: the lead department, the assisting units, and until when (deadline and measures may be null). */
public record Responsibility(String lead, List<String> assisting, LocalDate deadline, String measures) {
    public Responsibility {
        assisting = List.copyOf(assisting);
    }
}
