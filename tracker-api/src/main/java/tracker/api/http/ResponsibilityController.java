package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.concurrent.CompletionStage;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.view.View;

/** Who answers for a subject, and who has seen its warnings. */
@Controller("/api/v1/plans/{plan}/{kind:indicators|projects|tasks}/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResponsibilityController {
    private final Writing writing;
    private final Reading reading;

    ResponsibilityController(Writing writing, Reading reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /** The whole assignment: what it leaves out is no longer so. With a decision's reference it adjusts one that was made before. */
    @Put("/responsibility")
    @Needs(Right.ASSIGN)
    @Operation(
            value = "assign{Kind}",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.ADJUSTMENT_REQUIRED})
    @Takes(Requests.Responsibility.class)
    @Answers(status = 200, type = Writing.Written.class, state = View.IndicatorView.class, kind = "indicators")
    @Answers(status = 200, type = Writing.Written.class, state = View.ProjectView.class, kind = "projects")
    @Answers(status = 200, type = Writing.Written.class, state = View.TaskView.class, kind = "tasks")
    CompletionStage<HttpResponse<?>> assign(
            HttpRequest<byte[]> request, Authentication caller, String plan, String kind, String id) {
        SubjectId subject = reading.subject(plan, reading.kind(kind), id);
        RequestBody body = RequestBody.parse(request);
        Responsibility responsibility = responsibility(body);
        String reason = body.text("reason");
        String reference = body.text("reference");
        Intent intent = body.finished(
                reference == null
                        ? new Intent.AssignResponsibility(responsibility)
                        : new Intent.Adjust(new Change.OfResponsibility(responsibility), reference));
        return writing.change(request, Callers.actor(caller), subject, reason, intent);
    }

    @Post("/warnings/{rule}/acknowledgement")
    @Needs(Right.ACKNOWLEDGE)
    @Operation(
            value = "acknowledge{Kind}Warning",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.WARNING_NOT_OPEN})
    @Takes(Requests.Acknowledgement.class)
    @Answers(status = 200, type = Writing.Written.class, state = View.IndicatorView.class, kind = "indicators")
    @Answers(status = 200, type = Writing.Written.class, state = View.ProjectView.class, kind = "projects")
    @Answers(status = 200, type = Writing.Written.class, state = View.TaskView.class, kind = "tasks")
    CompletionStage<HttpResponse<?>> acknowledge(
            HttpRequest<byte[]> request, Authentication caller, String plan, String kind, String id, String rule) {
        SubjectId subject = reading.subject(plan, reading.kind(kind), id);
        WarningRule of = Labelled.find(WarningRule.class, rule)
                .orElseThrow(() -> new ProblemException(
                        Problem.Type.WARNING_NOT_OPEN, "没有这个预警规则。", "There is no such warning rule."));
        RequestBody body = RequestBody.parse(request);
        Intent intent = body.finished(new Intent.AcknowledgeWarning(of, body.requiredText("note")));
        return writing.change(request, Callers.actor(caller), subject, null, intent);
    }

    static Responsibility responsibility(RequestBody body) {
        return new Responsibility(
                body.requiredText("lead"),
                body.texts("assisting"),
                body.date("deadline"),
                body.text("measures"),
                false);
    }
}
