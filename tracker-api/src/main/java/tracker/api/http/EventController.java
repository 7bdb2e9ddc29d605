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
import tracker.api.http.Operation.Trait;
import tracker.api.view.EventFeed;
import tracker.streams.codec.EventJson;

/** The event log: replayed page by page, and live. */
@Controller("/api/v1/plans/{plan}/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_EVENTS)
final class EventController {
    private final EventFeed feed;
    private final EventQueries queries;
    private final ServerEvents events;
    private final Reading reading;

    EventController(EventFeed feed, EventQueries queries, ServerEvents events, Reading reading) {
        this.feed = feed;
        this.queries = queries;
        this.events = events;
        this.reading = reading;
    }

    @Get
    @Operation(
            value = "listEvents",
            traits = {Trait.POSITION},
            query = {"subject", "type", "actor", "from", "to"})
    @Answers(type = EventJson.Shown.class, page = true)
    HttpResponse<?> events(
            HttpRequest<?> request,
            String plan,
            @Nullable @QueryValue Long after,
            @Nullable @QueryValue Integer limit) {
        reading.begin(request, plan);
        EventFeed.Page page = feed.page(
                plan,
                queries.of(request, plan),
                after == null ? 0 : ServerEvents.position("after", after),
                Limits.of(limit));
        return Json.ok(Json.page(page.items(), page.next() == null ? null : String.valueOf(page.next())));
    }

    /** Without Last-Event-ID and {@code after} it begins with what comes next. */
    @Get("/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Operation(
            value = "streamEvents",
            traits = {Trait.POSITION},
            query = {"subject", "type", "actor", "from", "to"})
    @Answers(media = "text/event-stream")
    Publisher<Event<String>> stream(
            HttpRequest<?> request,
            String plan,
            @Nullable @Header("Last-Event-ID") String lastEventId,
            @Nullable @QueryValue Long after) {
        reading.begin(request, plan);
        return events.of(feed.live(plan, queries.of(request, plan), ServerEvents.after(lastEventId, after)), "event");
    }
}
