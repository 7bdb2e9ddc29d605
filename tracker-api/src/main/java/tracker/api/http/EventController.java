package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.reactivestreams.Publisher;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.persons.Persons;
import tracker.api.view.EventFeed;

/** The event log: replayed page by page, and live. */
@Controller("/api/v1/plans/{plan}/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_EVENTS)
final class EventController {
    private final EventFeed feed;
    private final EventQueries queries;
    private final Persons persons;
    private final Reading reading;

    EventController(EventFeed feed, EventQueries queries, Persons persons, Reading reading) {
        this.feed = feed;
        this.queries = queries;
        this.persons = persons;
        this.reading = reading;
    }

    @Get
    HttpResponse<?> events(
            HttpRequest<?> request,
            String plan,
            @Nullable @QueryValue Long after,
            @Nullable @QueryValue Integer limit) {
        reading.begin(request, plan);
        EventFeed.Page page = feed.page(plan, queries.of(request, plan), after == null ? 0 : after, Limits.of(limit));
        return Json.ok(Json.page(page.items(), page.next() == null ? null : String.valueOf(page.next())));
    }

    /** Without Last-Event-ID and {@code after} it begins with what comes next. */
    @Get("/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> stream(
            HttpRequest<?> request,
            String plan,
            @Nullable @Header("Last-Event-ID") String lastEventId,
            @Nullable @QueryValue Long after) {
        reading.begin(request, plan);
        return feed.live(plan, queries.of(request, plan), resumeAfter(lastEventId, after))
                .map(this::sse);
    }

    private static Long resumeAfter(String lastEventId, Long after) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return after;
        }
        try {
            return Long.valueOf(lastEventId.trim());
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(Problem.Type.MALFORMED, "Last-Event-ID 须为位置。", "Last-Event-ID is a position.");
        }
    }

    private Event<String> sse(EventFeed.Item item) {
        if (item instanceof EventFeed.Recorded recorded) {
            return Event.of(persons.opened(recorded.json(), Persons::inJson))
                    .id(String.valueOf(recorded.position()))
                    .name("event");
        }
        if (item instanceof EventFeed.Gap gap) {
            return Event.of("{\"after\":%d,\"last\":%d}".formatted(gap.after(), gap.last()))
                    .name("gap");
        }
        return Event.of("").comment("heartbeat");
    }
}
