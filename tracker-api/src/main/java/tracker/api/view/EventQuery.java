package tracker.api.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tracker.streams.domain.event.Event;

/** Which events a replay wants. Null: all. {@code subject} is an id or kind/id; {@code actor} a user, role or department; from and to are recorded times, to excluded. */
public record EventQuery(String subject, String type, String actor, Instant from, Instant to) {
    public boolean matches(Event event) {
        return (subject == null
                        || subject.equals(event.subject().id())
                        || subject.equals(event.subject().name()))
                && (type == null || type.equals(event.fact().type()))
                && (actor == null
                        || actor.equals(event.actor().user())
                        || actor.equals(event.actor().role().label())
                        || actor.equals(event.actor().department()))
                && (from == null || !event.recordedAt().isBefore(from))
                && (to == null || event.recordedAt().isBefore(to));
    }

    /** What it asks for, by parameter; empty where it wants all. */
    public Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "subject", subject);
        put(filters, "type", type);
        put(filters, "actor", actor);
        put(filters, "from", from);
        put(filters, "to", to);
        return filters;
    }

    private static void put(Map<String, String> filters, String name, Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
    }
}
