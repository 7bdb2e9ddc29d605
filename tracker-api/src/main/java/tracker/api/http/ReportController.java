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
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.view.View;

/** Progress reports come in here, and what is corrected or taken back of them. */
@Controller("/api/v1/plans/{plan}/{kind:indicators|projects|tasks}/{id}/reports")
@Consumes(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.REPORT)
final class ReportController {
    private final Writing writing;
    private final Reading reading;

    ReportController(Writing writing, Reading reading) {
        this.writing = writing;
        this.reading = reading;
    }

    @Post
    @Operation(
            value = "report{Kind}",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.PERIOD_ALREADY_REPORTED})
    @Takes(value = Requests.IndicatorReport.class, kind = "indicators")
    @Takes(value = Requests.ProjectReport.class, kind = "projects")
    @Takes(value = Requests.TaskReport.class, kind = "tasks")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.IndicatorView.class,
            kind = "indicators",
            headers = "Location")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.ProjectView.class,
            kind = "projects",
            headers = "Location")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.TaskView.class,
            kind = "tasks",
            headers = "Location")
    CompletionStage<HttpResponse<?>> report(
            HttpRequest<byte[]> request, Authentication caller, String plan, String kind, String id) {
        SubjectId subject = reading.subject(plan, reading.kind(kind), id);
        var report = ReportRequests.report(subject.kind(), RequestBody.bytes(request));
        return write(request, caller, subject, null, new Intent.ReportProgress(report), report.period());
    }

    @Post("/{period}/correction")
    @Operation(
            value = "correct{Kind}Report",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.PERIOD_NOT_REPORTED})
    @Takes(value = Requests.IndicatorCorrection.class, kind = "indicators")
    @Takes(value = Requests.ProjectCorrection.class, kind = "projects")
    @Takes(value = Requests.TaskCorrection.class, kind = "tasks")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.IndicatorView.class,
            kind = "indicators",
            headers = "Location")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.ProjectView.class,
            kind = "projects",
            headers = "Location")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.TaskView.class,
            kind = "tasks",
            headers = "Location")
    CompletionStage<HttpResponse<?>> correction(
            HttpRequest<byte[]> request, Authentication caller, String plan, String kind, String id, String period) {
        SubjectId subject = reading.subject(plan, reading.kind(kind), id);
        Period of = reading.period(period);
        var correction = ReportRequests.correction(subject.kind(), of, RequestBody.bytes(request));
        return write(request, caller, subject, correction.reason(), new Intent.CorrectReport(correction.report()), of);
    }

    @Post("/{period}/retraction")
    @Operation(
            value = "retract{Kind}Report",
            traits = {Trait.WRITE, Trait.VERSIONED},
            problems = {Problem.Type.PERIOD_NOT_REPORTED})
    @Takes(Requests.Retraction.class)
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.IndicatorView.class,
            kind = "indicators",
            headers = "Location")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.ProjectView.class,
            kind = "projects",
            headers = "Location")
    @Answers(
            status = 201,
            type = Writing.Written.class,
            state = View.TaskView.class,
            kind = "tasks",
            headers = "Location")
    CompletionStage<HttpResponse<?>> retraction(
            HttpRequest<byte[]> request, Authentication caller, String plan, String kind, String id, String period) {
        SubjectId subject = reading.subject(plan, reading.kind(kind), id);
        Period of = reading.period(period);
        String reason = ReportRequests.retraction(RequestBody.bytes(request));
        return write(request, caller, subject, reason, new Intent.RetractReport(of), of);
    }

    private CompletionStage<HttpResponse<?>> write(
            HttpRequest<?> request,
            Authentication caller,
            SubjectId subject,
            String reason,
            Intent intent,
            Period period) {
        String location = "/api/v1/plans/%s/%s/%s/reports/%s"
                .formatted(subject.plan(), subject.kind().collection(), subject.id(), period);
        return writing.write(request, Callers.actor(caller), subject, reason, intent, HttpStatus.CREATED, location);
    }
}
