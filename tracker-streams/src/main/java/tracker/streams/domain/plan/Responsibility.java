package tracker.streams.domain.plan;

import java.time.LocalDate;
import java.util.List;

/** Who answers for a subject: the lead department, the assisting units, and until when (deadline and measures may be null). Provisional: an example, which
 * the planning office replaces like none at all. */
public record Responsibility(
        String lead, List<String> assisting, LocalDate deadline, String measures, boolean provisional) {
    public Responsibility {
        assisting = List.copyOf(assisting);
    }
}
