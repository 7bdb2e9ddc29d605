package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.UUID;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.command.CommandGateway;
import tracker.api.http.Operation.Trait;
import tracker.api.view.PlanReads;
import tracker.api.webhooks.Held;
import tracker.api.webhooks.WebhookRefusedException;
import tracker.api.webhooks.Webhooks;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Actor;

/** Who is told of a plan's warnings: other systems, by signed messages to their URLs. A department has webhooks of its own and sees no others. */
@Controller("/api/v1/plans/{plan}/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.MANAGE_WEBHOOKS)
final class WebhookController {
    private final Webhooks webhooks;
    private final Reading reading;
    private final Repeats repeats;
    private final WebhookProblems problems;
    private final ViewJson json = new ViewJson();

    WebhookController(Webhooks webhooks, Reading reading, Repeats repeats, WebhookProblems problems) {
        this.webhooks = webhooks;
        this.reading = reading;
        this.repeats = repeats;
        this.problems = problems;
    }

    private record Secret(String id, String secret) {}

    @Get
    @Operation(
            value = "listWebhooks",
            traits = {Trait.POSITION})
    @Answers(type = WebhookView.class, page = true)
    HttpResponse<?> list(HttpRequest<?> request, Authentication caller, String plan) {
        reading.present(request, plan);
        List<byte[]> items = webhooks.of(plan, Callers.actor(caller).department()).stream()
                .map(held -> json.encode(WebhookView.of(held, null)))
                .toList();
        return Json.ok(Json.page(items, null)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get("/{webhook}")
    @Operation(
            value = "getWebhook",
            traits = {Trait.POSITION},
            problems = {Problem.Type.UNKNOWN_WEBHOOK})
    @Answers(type = WebhookView.class, headers = "ETag")
    HttpResponse<?> one(HttpRequest<?> request, Authentication caller, String plan, String webhook) {
        reading.present(request, plan);
        return shown(webhooks.find(plan, webhook, Callers.actor(caller).department()));
    }

    /** It is told of what comes from now on. Its secret is in this answer and in no later one. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            value = "registerWebhook",
            traits = {Trait.POSITION},
            headers = "Idempotency-Key",
            problems = {Problem.Type.INVALID, Problem.Type.TOO_MANY_WEBHOOKS, Problem.Type.KEY_REUSED})
    @Takes(Requests.Webhook.class)
    @Answers(status = 201, type = WebhookView.class, headers = "Location")
    HttpResponse<?> register(HttpRequest<byte[]> request, Authentication caller, String plan) {
        PlanReads reads = reading.present(request, plan);
        Webhooks.Wish wish = WebhookRequests.wish(RequestBody.parse(request), reads);
        Actor actor = Callers.actor(caller);
        return repeats.once(request, actor, plan, () -> {
            String key = Preconditions.idempotencyKey(request);
            // The same key is the same webhook, also where the node fell before it had said so.
            String id = key == null
                    ? UUID.randomUUID().toString()
                    : CommandGateway.subjectIdOf(Repeats.name(request, actor, key));
            Webhooks.Made made = webhooks.register(plan, id, actor.department(), wish, reads.position());
            return new Repeats.Done(
                    HttpStatus.CREATED,
                    path(plan, id),
                    json.encode(WebhookView.of(made.held(), made.secret())),
                    json.encode(WebhookView.of(made.held(), null)));
        });
    }

    /** The whole of it: what it leaves out is as for a new one. What was to be sent is sent there from now on. */
    @Put("/{webhook}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            value = "changeWebhook",
            traits = {Trait.POSITION},
            headers = "If-Match",
            problems = {Problem.Type.UNKNOWN_WEBHOOK, Problem.Type.INVALID, Problem.Type.STALE_VERSION})
    @Takes(Requests.Webhook.class)
    @Answers(type = WebhookView.class, headers = "ETag")
    HttpResponse<?> change(HttpRequest<byte[]> request, Authentication caller, String plan, String webhook) {
        PlanReads reads = reading.present(request, plan);
        String department = Callers.actor(caller).department();
        webhooks.find(plan, webhook, department);
        Webhooks.Wish wish = WebhookRequests.wish(RequestBody.parse(request), reads);
        return shown(webhooks.change(plan, webhook, department, Preconditions.expectedVersion(request), wish));
    }

    @Delete("/{webhook}")
    @Consumes(MediaType.ALL)
    @Operation(
            value = "deleteWebhook",
            traits = {Trait.POSITION},
            headers = "If-Match",
            problems = {Problem.Type.UNKNOWN_WEBHOOK, Problem.Type.STALE_VERSION})
    @Answers(
            status = 204,
            media = {})
    HttpResponse<?> delete(HttpRequest<?> request, Authentication caller, String plan, String webhook) {
        reading.present(request, plan);
        webhooks.delete(plan, webhook, Callers.actor(caller).department(), Preconditions.expectedVersion(request));
        return HttpResponse.noContent();
    }

    /** Sends a ping, once, and answers what came of it. */
    @Post("/{webhook}/test")
    @Operation(
            value = "testWebhook",
            traits = {Trait.POSITION},
            headers = "Idempotency-Key",
            problems = {Problem.Type.UNKNOWN_WEBHOOK, Problem.Type.KEY_REUSED})
    @Takes(optional = true)
    @Answers(type = WebhookView.DeliveryView.class)
    HttpResponse<?> test(HttpRequest<byte[]> request, Authentication caller, String plan, String webhook) {
        reading.present(request, plan);
        Actor actor = Callers.actor(caller);
        return repeats.once(
                request,
                actor,
                plan,
                () -> Repeats.Done.of(
                        HttpStatus.OK,
                        json.encode(WebhookView.DeliveryView.of(webhooks.ping(plan, webhook, actor.department())))));
    }

    /** A new secret, said this once. For a while messages are signed with the one before, too. */
    @Post("/{webhook}/secret")
    @Operation(
            value = "renewSecret",
            traits = {Trait.POSITION},
            headers = "Idempotency-Key",
            problems = {Problem.Type.UNKNOWN_WEBHOOK, Problem.Type.KEY_REUSED})
    @Takes(optional = true)
    @Answers(type = Secret.class)
    HttpResponse<?> rotate(HttpRequest<byte[]> request, Authentication caller, String plan, String webhook) {
        reading.present(request, plan);
        Actor actor = Callers.actor(caller);
        return repeats.once(request, actor, plan, () -> {
            String secret = webhooks.rotate(plan, webhook, actor.department());
            return new Repeats.Done(
                    HttpStatus.OK,
                    null,
                    json.encode(new Secret(webhook, secret)),
                    json.encode(new Secret(webhook, null)));
        });
    }

    @Error
    HttpResponse<?> refused(HttpRequest<?> request, WebhookRefusedException refused) {
        return problems.of(request, refused);
    }

    private HttpResponse<?> shown(Held held) {
        return Json.ok(json.encode(WebhookView.of(held, null)))
                .header(HttpHeaders.ETAG, Preconditions.tag(held.webhook().version()))
                // How far it is changes without a change of its version.
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static String path(String plan, String id) {
        return "/api/v1/plans/" + plan + "/webhooks/" + id;
    }
}
