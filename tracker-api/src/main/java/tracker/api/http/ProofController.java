package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.audit.LogVerification;
import tracker.api.audit.Proofs;
import tracker.api.http.Operation.Trait;
import tracker.streams.audit.Verification;
import tracker.streams.codec.ViewJson;

/** Proof that nobody changed the past: what was signed of a plan's log, and how everything recorded hangs on it. */
@Controller("/api/v1/plans/{plan}/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_EVENTS)
final class ProofController {
    private static final String AVRO = "application/avro";
    private static final Pattern CURSOR = Pattern.compile("[0-9a-f]{16}@[0-9a-f]{16}");

    private final Proofs proofs;
    private final LogVerification verification;
    private final Reading reading;
    private final ViewJson json = new ViewJson();

    ProofController(Proofs proofs, LogVerification verification, Reading reading) {
        this.proofs = proofs;
        this.verification = verification;
        this.reading = reading;
    }

    /** The largest first. */
    @Get("/checkpoints")
    @Operation(
            value = "listCheckpoints",
            traits = {Trait.POSITION})
    @Answers(type = Proofs.Signed.class, page = true)
    HttpResponse<?> checkpoints(
            HttpRequest<?> request,
            String plan,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue Integer limit) {
        reading.begin(request, plan);
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "cursor 不属于这个列表。", "That cursor is not one of this list.");
        }
        Proofs.Page page = proofs.checkpoints(plan, cursor, Limits.of(limit));
        return Json.ok(Json.page(page.items().stream().map(json::encode).toList(), page.next()));
    }

    /** {@code since}: the size of a checkpoint that the caller has, which the log is proved to extend as well. */
    @Get("/proofs/{eventId}")
    @Operation(
            value = "proveEvent",
            traits = {Trait.POSITION},
            problems = {Problem.Type.UNKNOWN_EVENT, Problem.Type.LOG_ALTERED})
    @Answers(type = Proofs.Inclusion.class)
    HttpResponse<?> proof(HttpRequest<?> request, String plan, String eventId, @Nullable @QueryValue Long since) {
        reading.begin(request, plan);
        if (since != null && since < 0) {
            throw new ProblemException(Problem.Type.MALFORMED, "since 须为非负整数。", "since is a size, 0 or more.");
        }
        return proofs.inclusion(plan, eventId, since)
                .map(proof -> Json.ok(json.encode(proof)))
                .orElseThrow(() ->
                        new ProblemException(Problem.Type.UNKNOWN_EVENT, "规划中没有这个事件。", "The plan has no such event."));
    }

    /** With a checkpoint, whether the log still extends it; with an archive of this installation's log, that; without a body, the whole log as it lies in Kafka. */
    @Post("/verify")
    @Consumes({MediaType.APPLICATION_JSON, AVRO, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            value = "verifyLog",
            traits = {Trait.POSITION},
            problems = {Problem.Type.INVALID, Problem.Type.LOG_ALTERED})
    @Takes(value = Requests.KeptCheckpoint.class, optional = true)
    @Takes(
            media = {AVRO, MediaType.APPLICATION_OCTET_STREAM},
            optional = true)
    @Answers(type = LogVerification.Extended.class)
    @Answers(type = Verification.Summary.class)
    HttpResponse<?> verify(HttpRequest<byte[]> request, String plan) throws IOException {
        reading.begin(request, plan);
        byte[] body = RequestBody.bytes(request);
        boolean isArchive = request.getContentType()
                .filter(type -> !type.matches(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
        if (isArchive) {
            InputStream archive = new ByteArrayInputStream(body == null ? new byte[0] : body);
            return Json.ok(json.encode(verification.archive(archive)));
        }
        return body == null || body.length == 0
                ? Json.ok(json.encode(verification.running()))
                : extended(RequestBody.parse(body));
    }

    private HttpResponse<?> extended(RequestBody body) {
        String checkpoint = body.finished(body.requiredText("checkpoint"));
        try {
            return Json.ok(json.encode(verification.extend(checkpoint)));
        } catch (IllegalArgumentException malformed) {
            body.error("checkpoint", "not-a-checkpoint", "不是已签名的检查点。", "It is not a signed checkpoint.");
            body.requireValid();
            throw malformed;
        }
    }
}
