package tracker.api.view;

import java.time.Instant;
import tracker.streams.domain.event.Event;

/** Which events a replay wants. Null: all. {@code subject} is an id or kind/id; {@code actor} a user, role or department; from and to are recorded times, to excluded. */
public record EventQuery(String subject, String type, String actor, Instant from, Instant to) {
    boolean matches(Event event) {
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
}
