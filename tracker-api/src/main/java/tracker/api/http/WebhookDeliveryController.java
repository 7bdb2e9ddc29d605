package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.api.view.ListQuery;
import tracker.api.view.PlanQueries;
import tracker.api.view.PlanReads;
import tracker.api.webhooks.Held;
import tracker.api.webhooks.WebhookRefusedException;
import tracker.api.webhooks.Webhooks;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Actor;

/** What became of a webhook's messages, and how they are sent again. */
@Controller("/api/v1/plans/{plan}/webhooks/{webhook}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.MANAGE_WEBHOOKS)
final class WebhookDeliveryController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDeliveryController.class);
    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,15}");
    private static final Map<String, String> FILTERS = Map.of("subject", "subject", "type", "type");

    private final Webhooks webhooks;
    private final PlanQueries queries;
    private final Reading reading;
    private final Repeats repeats;
    private final WebhookProblems problems;
    private final ViewJson json = new ViewJson();

    WebhookDeliveryController(
            Webhooks webhooks, PlanQueries queries, Reading reading, Repeats repeats, WebhookProblems problems) {
        this.webhooks = webhooks;
        this.queries = queries;
        this.reading = reading;
        this.repeats = repeats;
        this.problems = problems;
    }

    /** How many messages are to be sent again. */
    private record Redelivery(int messages) {}

    /** Everything after that position is to be sent again. */
    private record Replay(long after, long version) {}

    /** The last attempts, newest first. */
    @Get("/deliveries")
    @Operation(
            value = "listDeliveries",
            traits = {Trait.POSITION},
            problems = {Problem.Type.UNKNOWN_WEBHOOK})
    @Answers(type = WebhookView.DeliveryView.class, page = true)
    HttpResponse<?> deliveries(HttpRequest<?> request, Authentication caller, String plan, String webhook) {
        return page(
                found(request, caller, plan, webhook).progress().recent().stream()
                        .map(WebhookView.DeliveryView::of)
                        .map(json::encode),
                null);
    }

    /** The messages that were given up on, oldest first. */
    @Get("/dead-letters")
    @Operation(
            value = "listDeadLetters",
            traits = {Trait.POSITION, Trait.LIST},
            problems = {Problem.Type.UNKNOWN_WEBHOOK})
    @Answers(type = WebhookView.DeadLetterView.class, page = true)
    HttpResponse<?> deadLetters(HttpRequest<?> request, Authentication caller, String plan, String webhook) {
        Held held = found(request, caller, plan, webhook);
        ListQuery.Page page = Lists.page(request, FILTERS, Set.of(), () -> held.deadLetters().values().stream()
                .map(WebhookView.DeadLetterView::of)
                .map(json::encode)
                .toList());
        return page(page.items().stream(), page.next());
    }

    @Post("/dead-letters/{delivery}/redelivery")
    @Operation(
            value = "redeliver",
            traits = {Trait.POSITION},
            headers = "Idempotency-Key",
            problems = {Problem.Type.UNKNOWN_WEBHOOK, Problem.Type.UNKNOWN_DELIVERY, Problem.Type.KEY_REUSED})
    @Takes(optional = true)
    @Answers(status = 202, type = Redelivery.class)
    HttpResponse<?> redeliver(
            HttpRequest<byte[]> request, Authentication caller, String plan, String webhook, String delivery) {
        return accepted(request, caller, plan, department -> {
            webhooks.redeliver(plan, webhook, department, delivery);
            return new Redelivery(1);
        });
    }

    @Post("/dead-letters/redelivery")
    @Operation(
            value = "redeliverAll",
            traits = {Trait.POSITION},
            headers = "Idempotency-Key",
            problems = {Problem.Type.UNKNOWN_WEBHOOK, Problem.Type.KEY_REUSED})
    @Takes(optional = true)
    @Answers(status = 202, type = Redelivery.class)
    HttpResponse<?> redeliverAll(HttpRequest<byte[]> request, Authentication caller, String plan, String webhook) {
        return accepted(
                request, caller, plan, department -> new Redelivery(webhooks.redeliverAll(plan, webhook, department)));
    }

    /** {@code from} is the position of the first event to be sent again, or a time. The messages have the ids that they had. */
    @Post("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            value = "replayWebhook",
            traits = {Trait.POSITION},
            headers = {"Idempotency-Key", "If-Match"},
            problems = {
                Problem.Type.UNKNOWN_WEBHOOK,
                Problem.Type.INVALID,
                Problem.Type.STALE_VERSION,
                Problem.Type.KEY_REUSED
            })
    @Takes(Requests.WebhookReplay.class)
    @Answers(status = 202, type = Replay.class)
    HttpResponse<?> replay(HttpRequest<byte[]> request, Authentication caller, String plan, String webhook) {
        found(request, caller, plan, webhook);
        long after = after(plan, RequestBody.parse(request));
        return accepted(request, caller, plan, department -> {
            Held held = webhooks.replay(plan, webhook, department, Preconditions.expectedVersion(request), after);
            return new Replay(after, held.webhook().version());
        });
    }

    @Error
    HttpResponse<?> refused(HttpRequest<?> request, WebhookRefusedException refused) {
        return problems.of(request, refused);
    }

    private interface Act {
        Object by(String department);
    }

    private HttpResponse<?> accepted(HttpRequest<byte[]> request, Authentication caller, String plan, Act act) {
        reading.present(request, plan);
        Actor actor = Callers.actor(caller);
        Supplier<Repeats.Done> done =
                () -> Repeats.Done.of(HttpStatus.ACCEPTED, json.encode(act.by(actor.department())));
        return repeats.once(request, actor, plan, done);
    }

    private Held found(HttpRequest<?> request, Authentication caller, String plan, String webhook) {
        reading.present(request, plan);
        return webhooks.find(plan, webhook, Callers.actor(caller).department());
    }

    private long after(String plan, RequestBody body) {
        String from = body.written("from");
        try {
            if (from != null) {
                return body.finished(POSITION.matcher(from).matches() ? Long.parseLong(from) - 1 : before(plan, from));
            }
        } catch (DateTimeParseException neither) {
            LOG.debug("neither a position nor a time", neither);
        }
        body.error(
                "from",
                "not-a-moment",
                "须为事件位置（从 1 起）或带时区的 RFC 3339 时间。",
                "It is an event's position, from 1 on, or an RFC 3339 time with its zone.");
        return body.finished(0L);
    }

    /** The last position that was recorded before that time. */
    private long before(String plan, String time) {
        Instant at = OffsetDateTime.parse(time).toInstant();
        return queries.asOf(plan, at.minusNanos(1)).map(PlanReads::position).orElse(0L);
    }

    private static HttpResponse<?> page(Stream<byte[]> items, String next) {
        List<byte[]> all = items.toList();
        return Json.ok(Json.page(all, next)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
