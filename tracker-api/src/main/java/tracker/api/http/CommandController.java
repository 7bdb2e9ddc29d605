package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.Optional;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.command.CommandGateway;
import tracker.api.persons.Persons;
import tracker.api.view.CommandQueries;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.view.View;

/** What became of a write that was answered with 202. Only its sender may ask. */
@Controller("/api/v1/commands")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.REPORT)
final class CommandController {
    private final CommandQueries commands;
    private final Persons persons;
    private final Writing writing;

    CommandController(CommandQueries commands, Persons persons, Writing writing) {
        this.commands = commands;
        this.persons = persons;
        this.writing = writing;
    }

    @Get("/{id}")
    @Operation(
            value = "getCommand",
            problems = {
                Problem.Type.UNKNOWN_COMMAND,
                Problem.Type.UNKNOWN_PLAN,
                Problem.Type.UNKNOWN_SUBJECT,
                Problem.Type.ALREADY_REGISTERED,
                Problem.Type.NOT_YOURS,
                Problem.Type.STALE_VERSION,
                Problem.Type.KEY_REUSED,
                Problem.Type.ADJUSTMENT_REQUIRED,
                Problem.Type.MILESTONE_REACHED,
                Problem.Type.WARNING_NOT_OPEN,
                Problem.Type.DAY_ALREADY_TURNED,
                Problem.Type.NOT_SIMULATED,
                Problem.Type.PERSON_ERASED,
                Problem.Type.PERIOD_ALREADY_REPORTED,
                Problem.Type.PERIOD_NOT_REPORTED,
                Problem.Type.INVALID
            })
    @Answers(
            type = Writing.Written.class,
            state = {
                View.IndicatorView.class,
                View.ProjectView.class,
                View.TaskView.class,
                View.AssessmentView.class,
                View.FeedbackView.class,
                void.class
            })
    HttpResponse<?> command(HttpRequest<?> request, Authentication caller, String id) {
        Optional<Result> result = Optional.ofNullable(CommandGateway.planOf(id))
                .flatMap(plan -> commands.result(plan, id))
                .filter(found -> persons.opened(found.actor()).equals(Callers.actor(caller)));
        return result.<HttpResponse<?>>map(found -> writing.answer(request, found, HttpStatus.OK, null))
                .orElseThrow(() -> new ProblemException(
                        Problem.Type.UNKNOWN_COMMAND,
                        "没有这个命令，或尚未处理，或已过期。",
                        "There is no such command, or it is not decided yet, or it is forgotten by now."));
    }
}
