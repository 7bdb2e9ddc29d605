package tracker.streams.domain.plan;

import java.util.List;
import tracker.streams.domain.Text;

/** What a task (one of the named programmes) is registered with; {@code note} says its promise and may be null; {@code indicators} are those that it serves. */
public record TaskDefinition(TaskKind kind, Text name, Text note, List<String> indicators) {
    public TaskDefinition {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
    }
}
