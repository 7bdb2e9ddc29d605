package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.EnumSet;
import java.util.Set;
import org.reactivestreams.Publisher;
import tracker.api.access.Callers;
import tracker.api.access.MissingRight;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.Rights;
import tracker.api.http.Operation.Trait;
import tracker.api.view.EventFeed;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;

/** For dashboards that would rather be told than ask: each subject that changes, with its new state. */
@Controller("/api/v1/plans/{plan}/stream")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class StateStreamController {
    /** Feedback is for those who moderate it. */
    private static final Set<Kind> SHOWN = EnumSet.complementOf(EnumSet.of(Kind.FEEDBACK));

    private final EventFeed feed;
    private final ServerEvents events;
    private final Reading reading;

    StateStreamController(EventFeed feed, ServerEvents events, Reading reading) {
        this.feed = feed;
        this.events = events;
        this.reading = reading;
    }

    /** {@code kind} is one of them; all but feedback where it is left out. */
    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Operation(
            value = "streamStates",
            traits = {Trait.POSITION},
            problems = Problem.Type.FORBIDDEN)
    @Answers(media = "text/event-stream")
    Publisher<Event<String>> stream(
            HttpRequest<?> request,
            Authentication caller,
            String plan,
            @Nullable @Header("Last-Event-ID") String lastEventId,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue Long after) {
        Set<Kind> kinds = kinds(kind);
        if (kinds.contains(Kind.FEEDBACK)
                && !Rights.of(Callers.actor(caller).role()).contains(Right.READ_FEEDBACK)) {
            throw MissingRight.refusal(request, caller, Right.READ_FEEDBACK);
        }
        reading.begin(request, plan);
        return events.of(feed.states(plan, kinds, ServerEvents.after(lastEventId, after)), "state");
    }

    private static Set<Kind> kinds(String label) {
        return label == null
                ? SHOWN
                : Labelled.find(Kind.class, label)
                        .<Set<Kind>>map(EnumSet::of)
                        .orElseThrow(() -> new ProblemException(
                                Problem.Type.MALFORMED, "没有这类对象。", "There is no such kind of subject."));
    }
}
