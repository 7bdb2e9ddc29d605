package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.concurrent.CompletionStage;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.command.CommandGateway;
import tracker.api.http.Operation.Trait;
import tracker.api.view.PlanQueries;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.view.View;

/** Changes of what is settled, each with its reason and the decision's reference. */
@Controller("/api/v1/plans/{plan}/adjustments")
@Consumes(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.ADJUST)
final class AdjustmentController {
    private final Writing writing;
    private final Reading reading;
    private final PlanQueries queries;

    AdjustmentController(Writing writing, Reading reading, PlanQueries queries) {
        this.writing = writing;
        this.reading = reading;
        this.queries = queries;
    }

    /**
     * {@code subject} is kind/id, the plan itself where absent. The changes are laid over the definition as it stands, and take effect
     * only if it still stands so when they are decided.
     */
    @Post
    @Operation(
            value = "adjust",
            traits = {Trait.POSITION, Trait.WRITE, Trait.VERSIONED})
    @Takes(Requests.Adjustment.class)
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = {View.IndicatorView.class, View.ProjectView.class, View.TaskView.class, void.class})
    CompletionStage<HttpResponse<?>> adjust(HttpRequest<byte[]> request, Authentication caller, String plan) {
        reading.begin(request, plan);
        RequestBody body = RequestBody.parse(request);
        SubjectId subject = reading.named(plan, body.text("subject"));
        Subject present = queries.subject(subject).orElseThrow(reading.unknownSubject());
        String reason = body.requiredText("reason");
        String reference = body.requiredText("reference");
        RequestBody changes = body.object("changes");
        if (changes == null) {
            throw ProblemException.invalid("/changes", "required", "须给出要调整的内容。", "What is to change is required.");
        }
        Intent intent = body.finished(new Intent.Adjust(Adjustments.change(present, changes), reference));
        Long expected = Preconditions.expectedVersion(request);
        Command command = CommandGateway.command(
                subject,
                Callers.actor(caller),
                expected == null ? Long.valueOf(present.head().version()) : expected,
                Preconditions.idempotencyKey(request),
                reason,
                intent);
        return writing.send(request, command, done -> writing.answer(request, done, HttpStatus.CREATED, null));
    }
}
