package tracker.api.webhooks.rules;

import java.util.List;
import tracker.streams.domain.Kind;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.view.WarningEntry;

/**
 * Which warnings a webhook is told of. An empty list wants all; {@code subject} is kind/id, {@code department} the one that leads the subject
 * at that moment, each null for all.
 */
public record WarningFilter(
        List<WarningKind> events, String department, List<WarningRule> rules, List<Kind> kinds, String subject) {
    public static final WarningFilter ALL = new WarningFilter(List.of(), null, List.of(), List.of(), null);

    public WarningFilter {
        events = List.copyOf(events);
        rules = List.copyOf(rules);
        kinds = List.copyOf(kinds);
    }

    /** Whether it may want something of that kind at all: asked first, as what the warning is costs more to find out. */
    public boolean wants(WarningKind kind) {
        return events.isEmpty() || events.contains(kind);
    }

    public boolean wants(WarningEntry warning) {
        return (department == null || department.equals(warning.department()))
                && (rules.isEmpty() || rules.contains(warning.rule()))
                && (kinds.isEmpty() || kinds.contains(warning.kind()))
                && (subject == null || subject.equals(warning.subject()));
    }
}
