package tracker.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.TrackerSettings;
import tracker.api.command.CommandGateway;
import tracker.api.metrics.WriteMetrics;
import tracker.api.persons.Persons;
import tracker.api.view.PositionToken;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;

/** Sends what a request wants as a command, and answers with what became of it. */
@Singleton
final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private static final String SENT = "tracker.sent";

    /** With respond-async: long enough to hear that the command could not even be put on the log. */
    private static final Duration ACCEPT_WAIT = Duration.ofMillis(1);

    private final CommandGateway gateway;
    private final Persons persons;
    private final Problems problems;
    private final TrackerSettings settings;
    private final WriteMetrics metrics;
    private final ViewJson json = new ViewJson();

    Writing(
            CommandGateway gateway,
            Persons persons,
            Problems problems,
            TrackerSettings settings,
            WriteMetrics metrics) {
        this.gateway = gateway;
        this.persons = persons;
        this.problems = problems;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** An accepted write. {@code state} is the subject's view after it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(
            long version,
            long position,
            Instant recordedAt,
            List<String> eventIds,
            @JsonRawValue String state) {}

    /** A write whose outcome is not known yet: ask {@code command} again. */
    record Pending(String command, String status) {}

    /** A change of a subject that is there: 200, and no place of its own. */
    CompletionStage<HttpResponse<?>> change(
            HttpRequest<?> request, Actor actor, SubjectId subject, String reason, Intent intent) {
        return write(request, actor, subject, reason, intent, HttpStatus.OK, null);
    }

    CompletionStage<HttpResponse<?>> write(
            HttpRequest<?> request,
            Actor actor,
            SubjectId subject,
            String reason,
            Intent intent,
            HttpStatus status,
            String location) {
        Command command = CommandGateway.command(
                subject,
                actor,
                Preconditions.expectedVersion(request),
                Preconditions.idempotencyKey(request),
                reason,
                intent);
        return send(request, command, done -> answer(request, done, status, location));
    }

    /** Sends the command, waits as long as the request allows, and answers with what {@code answer} makes of the result. */
    CompletionStage<HttpResponse<?>> send(
            HttpRequest<?> request, Command command, Function<Result, HttpResponse<?>> answer) {
        long began = System.nanoTime();
        request.setAttribute(SENT, true);
        CompletionStage<Result> result =
                gateway.send(persons.concealed(command), isAsync(request) ? ACCEPT_WAIT : settings.getWriteWait());
        return result.handle((done, fault) -> {
            metrics.sent(began, done, fault);
            if (fault == null) {
                return answer.apply(done);
            }
            if (isTimeout(fault)) {
                return pending(command.id());
            }
            LOG.warn("command {} could not be put on the log", command.id(), fault);
            return notWritten(request);
        });
    }

    /** {@code location} may be null. */
    HttpResponse<?> answer(HttpRequest<?> request, Result result, HttpStatus status, String location) {
        if (result.outcome() instanceof Result.Refused refused) {
            return problems.of(request, refused.refusal());
        }
        Result.Accepted accepted = (Result.Accepted) result.outcome();
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(json.encode(new Written(
                        accepted.version(),
                        accepted.position(),
                        accepted.recordedAt(),
                        accepted.eventIds(),
                        accepted.view())))
                .header(HttpHeaders.ETAG, Preconditions.tag(accepted.version()))
                .header(Reading.POSITION, new PositionToken(result.subject().plan(), accepted.position()).toString());
        return location == null ? response : response.header(HttpHeaders.LOCATION, location);
    }

    /** Whether the caller would rather not wait. */
    static boolean isAsync(HttpRequest<?> request) {
        return request.getHeaders().getAll("Prefer").stream()
                .anyMatch(preference -> preference.contains("respond-async"));
    }

    private static HttpResponse<?> pending(String commandId) {
        String location = "/api/v1/commands/" + commandId;
        return HttpResponse.accepted().body(new Pending(location, "pending")).header(HttpHeaders.LOCATION, location);
    }

    /** Whether what the request wants may have been written, whatever its answer says. */
    static boolean isSent(HttpRequest<?> request) {
        return request.getAttribute(SENT).isPresent();
    }

    private HttpResponse<?> notWritten(HttpRequest<?> request) {
        return problems.of(
                request,
                Problem.Type.NOT_READY,
                new Text(
                        "未能确认写入；请以相同的 Idempotency-Key 重试。",
                        "The write could not be confirmed; send it again with the same Idempotency-Key."));
    }

    private static boolean isTimeout(Throwable fault) {
        Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
        return cause instanceof TimeoutException;
    }
}
