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
import java.time.LocalDate;
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
import tracker.streams.domain.state.Subject.PlanState;

/** Moves the clock of a simulated plan to the beginning of a day. The days of a real plan come by themselves. */
@Controller("/api/v1/plans/{plan}/days")
@Consumes(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.TURN_DAY)
final class DayController {
    private final Writing writing;
    private final Reading reading;
    private final PlanQueries queries;

    DayController(Writing writing, Reading reading, PlanQueries queries) {
        this.writing = writing;
        this.reading = reading;
        this.queries = queries;
    }

    @Post
    @Operation(
            value = "turnDay",
            traits = {Trait.POSITION, Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.NOT_SIMULATED, Problem.Type.DAY_ALREADY_TURNED})
    @Takes(Requests.Day.class)
    @Answers(status = 201, type = Writing.Written.class)
    CompletionStage<HttpResponse<?>> turn(HttpRequest<byte[]> request, Authentication caller, String plan) {
        reading.begin(request, plan);
        RequestBody body = RequestBody.parse(request);
        LocalDate day = body.requiredText("day") == null ? null : body.date("day");
        Intent intent = body.finished(new Intent.TurnDay(day));
        PlanState state = queries.planState(plan).orElseThrow(reading.unknownSubject());
        if (!state.definition().simulated()) {
            throw new ProblemException(
                    Problem.Type.NOT_SIMULATED, "只有演示规划的日期可以设定。", "Only a simulated plan's clock can be moved.");
        }
        Command command = CommandGateway.command(
                        SubjectId.ofPlan(plan),
                        Callers.actor(caller),
                        Preconditions.expectedVersion(request),
                        Preconditions.idempotencyKey(request),
                        null,
                        intent)
                .at(day.atStartOfDay(state.definition().timeZone()).toInstant());
        return writing.send(request, command, done -> writing.answer(request, done, HttpStatus.CREATED, null));
    }
}
