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
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.view.View;

/** Assessments are recorded here; they are read like every other kind of subject. */
@Controller("/api/v1/plans/{plan}/assessments")
@Consumes(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.ASSESS)
final class AssessmentController {
    private final Writing writing;

    AssessmentController(Writing writing) {
        this.writing = writing;
    }

    /** Its id is made of kind, year and, for an expert opinion, the project: there is one of each. {@code id} in the body chooses another. */
    @Post
    @Operation(
            value = "recordAssessment",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.ALREADY_REGISTERED})
    @Takes(Requests.Assessment.class)
    @Answers(status = 201, type = Writing.Written.class, state = View.AssessmentView.class, headers = "Location")
    CompletionStage<HttpResponse<?>> record(HttpRequest<byte[]> request, Authentication caller, String plan) {
        RequestBody body = RequestBody.parse(request);
        AssessmentKind kind = body.requiredLabelled("kind", AssessmentKind.class);
        Intent.RecordAssessment intent = new Intent.RecordAssessment(
                kind,
                body.requiredInteger("year"),
                body.text("about"),
                body.text("verdict"),
                body.requiredText("text"));
        String chosen = body.text("id");
        if (chosen != null && !SubjectId.isSlug(chosen)) {
            body.error("id", "not-an-identifier", "不是合法的标识。", "It is not an identifier.");
        }
        body.finished(intent);
        String id = chosen == null ? id(intent) : chosen;
        SubjectId subject = new SubjectId(plan, Kind.ASSESSMENT, id);
        String location = "/api/v1/plans/" + plan + "/assessments/" + id;
        return writing.write(request, Callers.actor(caller), subject, null, intent, HttpStatus.CREATED, location);
    }

    private static String id(Intent.RecordAssessment intent) {
        String id = intent.year() + "-" + intent.kind().label();
        String about = intent.about() == null
                ? ""
                : "-" + intent.about().substring(intent.about().indexOf('/') + 1);
        return SubjectId.isSlug(id + about) ? id + about : id;
    }
}
