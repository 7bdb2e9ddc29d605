package tracker.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.command.CommandGateway;
import tracker.api.http.Operation.Trait;
import tracker.api.view.PositionToken;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.FieldError;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;

/** Many reports in one request, for other systems: all of them or none, unless {@code partial}; what became of each is said one by one. */
@Controller("/api/v1/plans/{plan}/reports:batch")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.REPORT)
final class BatchController {
    private static final String DOMAIN = "/rows/";
    private static final String REQUEST = "/reports/";

    private final Writing writing;
    private final Reading reading;
    private final Problems problems;

    BatchController(Writing writing, Reading reading, Problems problems) {
        this.writing = writing;
        this.reading = reading;
        this.problems = problems;
    }

    /** {@code outcome} is accepted, ignored (it said what is in force already) or refused; {@code errors} are there only then. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(int index, String outcome, List<Problem.FieldProblem> errors) {}

    record Summary(int accepted, int ignored, int refused, List<Item> items) {}

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            value = "reportBatch",
            traits = {Trait.POSITION, Trait.WRITE})
    @Takes(Requests.Batch.class)
    @Answers(type = BatchController.Summary.class, headers = "Tracker-Position")
    CompletionStage<HttpResponse<?>> report(HttpRequest<byte[]> request, Authentication caller, String plan) {
        reading.present(request, plan);
        BatchRequests.Batch batch = BatchRequests.parse(plan, RequestBody.bytes(request));
        if (!batch.unreadable().isEmpty() && !batch.partial()) {
            throw ProblemException.invalid(batch.unreadable());
        }
        Command command = CommandGateway.command(
                SubjectId.ofPlan(plan),
                Callers.actor(caller),
                null,
                Preconditions.idempotencyKey(request),
                null,
                new Intent.Batch(batch.items(), !batch.partial()));
        return writing.send(request, command, done -> answer(request, batch, done));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, BatchRequests.Batch batch, Result result) {
        if (result.outcome() instanceof Result.Refused refused) {
            List<FieldError> errors = refused.refusal().errors();
            return errors.isEmpty()
                    ? problems.of(request, refused.refusal())
                    : problems.of(request, ProblemException.invalid(inRequest(errors)));
        }
        Result.Accepted accepted = (Result.Accepted) result.outcome();
        List<FieldError> errors = new ArrayList<>(batch.unreadable());
        errors.addAll(inRequest(accepted.rows().refused()));
        Map<Integer, List<FieldError>> refused = new TreeMap<>();
        errors.forEach(error ->
                refused.computeIfAbsent(index(error), none -> new ArrayList<>()).add(error));
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < batch.count(); index++) {
            String outcome = refused.containsKey(index)
                    ? "refused"
                    : accepted.rows().ignored().contains(index) ? "ignored" : "accepted";
            items.add(new Item(index, outcome, problems.fields(request, refused.getOrDefault(index, List.of()))));
        }
        return HttpResponse.ok(new Summary(
                        accepted.rows().accepted(), accepted.rows().ignored().size(), refused.size(), items))
                .header(Reading.POSITION, new PositionToken(result.subject().plan(), accepted.position()).toString());
    }

    /** The domain counts rows; the sender has reports. */
    private static List<FieldError> inRequest(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.pointer().startsWith(DOMAIN)
                        ? new FieldError(
                                REQUEST + error.pointer().substring(DOMAIN.length()), error.code(), error.message())
                        : error)
                .toList();
    }

    private static int index(FieldError error) {
        String rest = error.pointer().substring(REQUEST.length());
        int slash = rest.indexOf('/');
        return Integer.parseInt(slash < 0 ? rest : rest.substring(0, slash));
    }
}
