package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.concurrent.CompletionStage;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Responsibility;

/** The planning office says who answers for what. */
@Controller("/api/v1/plans/{plan}/{kind:indicators|projects|tasks}/{id}/responsibility")
@Consumes(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.ASSIGN)
final class ResponsibilityController {
    private final Writing writing;
    private final Reading reading;

    ResponsibilityController(Writing writing, Reading reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /** The whole assignment: what it leaves out is no longer so. */
    @Put
    CompletionStage<HttpResponse<?>> assign(
            HttpRequest<byte[]> request, Authentication caller, String plan, String kind, String id) {
        SubjectId subject = reading.subject(plan, reading.kind(kind), id);
        RequestBody body = RequestBody.parse(request.getBody().orElse(null));
        Responsibility responsibility = new Responsibility(
                body.requiredText("lead"),
                body.texts("assisting"),
                body.date("deadline"),
                body.text("measures"),
                false);
        String reason = body.text("reason");
        body.requireNothingElse();
        body.requireValid();
        return writing.write(
                request,
                Callers.actor(caller),
                subject,
                reason,
                new Intent.AssignResponsibility(responsibility),
                HttpStatus.OK,
                null);
    }
}
