package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.command.CommandGateway;
import tracker.api.http.Operation.Trait;
import tracker.api.persons.Persons;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;

/** The persons whose names a plan's events hold, and how they are erased from there without a change of the log. */
@Controller("/api/v1/plans/{plan}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.ERASE)
final class ErasureController {
    private final Persons persons;
    private final Reading reading;
    private final Writing writing;
    /** The thread that brings results must not wait for a store. */
    private final ExecutorService background;

    private final ViewJson json = new ViewJson();

    ErasureController(
            Persons persons,
            Reading reading,
            Writing writing,
            @Named(TaskExecutors.BLOCKING) ExecutorService background) {
        this.background = background;
        this.persons = persons;
        this.reading = reading;
        this.writing = writing;
    }

    @Get("/persons")
    @Operation(
            value = "listPersons",
            traits = {Trait.POSITION})
    @Answers(type = Persons.Person.class, page = true)
    HttpResponse<?> persons(HttpRequest<?> request, String plan) {
        reading.begin(request, plan);
        List<byte[]> items = persons.all(plan).stream().map(json::encode).toList();
        return Json.ok(Json.page(items, null));
    }

    /** The event first, then the key: what was promised on record is done, if need be by the next start. */
    @Post("/erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            value = "erasePerson",
            traits = {Trait.POSITION, Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.PERSON_ERASED})
    @Takes(Requests.Erasure.class)
    @Answers(status = 201, type = Writing.Written.class)
    CompletionStage<HttpResponse<?>> erase(HttpRequest<byte[]> request, Authentication caller, String plan) {
        reading.present(request, plan);
        RequestBody body = RequestBody.parse(request);
        String id = body.requiredText("personId");
        String reason = body.requiredText("reason");
        Intent intent = body.finished(new Intent.ErasePerson(id));
        Command command = CommandGateway.command(
                SubjectId.ofPlan(plan),
                Callers.actor(caller),
                Preconditions.expectedVersion(request),
                Preconditions.idempotencyKey(request),
                reason,
                intent);
        return writing.send(request, command, done -> writing.answer(request, done, HttpStatus.CREATED, null))
                .thenApplyAsync(answer -> destroyed(answer, plan, id), background);
    }

    /** Also where it was on record already. */
    private HttpResponse<?> destroyed(HttpResponse<?> answer, String plan, String id) {
        if (answer.status() == HttpStatus.CREATED || answer.status() == Problem.Type.PERSON_ERASED.status()) {
            persons.destroy(plan, id);
        }
        return answer;
    }
}
