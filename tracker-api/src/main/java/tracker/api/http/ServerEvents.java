package tracker.api.http;

import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tracker.api.persons.Persons;
import tracker.api.view.EventFeed;

/** How a feed is sent as server-sent events: {@code id} is the position, and where a client was cut, it goes on. */
@Singleton
final class ServerEvents {
    private final Persons persons;

    ServerEvents(Persons persons) {
        this.persons = persons;
    }

    /** {@code name} is that of each item; a gap and a heartbeat have their own. */
    Publisher<Event<String>> of(Flux<EventFeed.Item> feed, String name) {
        return feed.map(item -> event(item, name));
    }

    /** Where to begin: what the client heard last goes before what its address says; null begins with what comes next. */
    static Long after(String lastEventId, Long after) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return position("after", after);
        }
        try {
            return position("Last-Event-ID", Long.valueOf(lastEventId.trim()));
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(Problem.Type.MALFORMED, "Last-Event-ID 须为位置。", "Last-Event-ID is a position.");
        }
    }

    /** As it is; a MALFORMED problem where it is before the first. */
    static Long position(String parameter, Long given) {
        if (given != null && given < 0) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, parameter + " 须为非负整数。", parameter + " is a position, 0 or more.");
        }
        return given;
    }

    private Event<String> event(EventFeed.Item item, String name) {
        if (item instanceof EventFeed.Recorded recorded) {
            return Event.of(persons.opened(recorded.json(), Persons::inJson))
                    .id(String.valueOf(recorded.position()))
                    .name(name);
        }
        if (item instanceof EventFeed.Gap gap) {
            return Event.of("{\"after\":%d,\"last\":%d}".formatted(gap.after(), gap.last()))
                    .name("gap");
        }
        return Event.of("").comment("heartbeat");
    }
}
