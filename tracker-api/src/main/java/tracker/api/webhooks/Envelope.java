package tracker.api.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import tracker.api.persons.Persons;
import tracker.api.view.PlanQueries;
import tracker.api.webhooks.rules.WarningFilter;
import tracker.api.webhooks.rules.WarningKind;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.view.WarningEntry;

/** What messages say, and which events they are made of. */
public final class Envelope {
    private static final String PING = "ping";

    private final PlanQueries queries;
    private final Persons persons;
    private final ViewJson json = new ViewJson();

    public Envelope(PlanQueries queries, Persons persons) {
        this.queries = queries;
        this.persons = persons;
    }

    /** {@code warning} is as the list of warnings shows it after the event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String type,
            Instant timestamp,
            String plan,
            Long position,
            String event,
            Boolean simulated,
            About subject,
            WarningEntry warning) {}

    private record About(String subject, Kind kind, String id, Text name) {}

    /** What is sent of one event. */
    record Content(WarningKind type, String subject, byte[] body) {}

    /** Empty where the event is not one that {@code filter} wants. Whose it is, is held against the subject as it was then. */
    Optional<Content> of(Event event, Webhook webhook, WarningFilter filter) {
        return WarningKind.of(event.fact()).filter(filter::wants).flatMap(kind -> queries.warning(event)
                .filter(filter::wants)
                .filter(warning -> mayKnow(webhook, warning))
                .map(warning -> content(kind, event, warning)));
    }

    byte[] ping(Webhook webhook, Instant now) {
        return json.encode(new Body(PING, now, webhook.plan(), null, null, null, null, null));
    }

    /** A department is told of what it leads, whatever it asks for. */
    private static boolean mayKnow(Webhook webhook, WarningEntry warning) {
        return webhook.owner() == null || webhook.owner().equals(warning.department());
    }

    private Content content(WarningKind kind, Event event, WarningEntry warning) {
        byte[] body = json.encode(new Body(
                kind.label(),
                event.recordedAt(),
                event.subject().plan(),
                event.position(),
                event.id(),
                event.simulated(),
                new About(warning.subject(), warning.kind(), warning.subjectId(), warning.name()),
                warning));
        String named = persons.opened(new String(body, StandardCharsets.UTF_8), Persons::inJson);
        return new Content(kind, warning.subject(), named.getBytes(StandardCharsets.UTF_8));
    }
}
