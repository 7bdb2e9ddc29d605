package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Report;

/** Progress reports come in here. */
@Controller("/api/v1/plans/{plan}")
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

    @Post("/indicators/{id}/reports")
    CompletionStage<HttpResponse<?>> indicator(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id) {
        SubjectId subject = reading.subject(plan, Kind.INDICATOR, id);
        return report(request, caller, subject, ReportRequests.indicator(body(request)));
    }

    @Post("/projects/{id}/reports")
    CompletionStage<HttpResponse<?>> project(
            HttpRequest<byte[]> request, Authentication caller, String plan, String id) {
        SubjectId subject = reading.subject(plan, Kind.PROJECT, id);
        return report(request, caller, subject, ReportRequests.project(body(request)));
    }

    private CompletionStage<HttpResponse<?>> report(
            HttpRequest<?> request, Authentication caller, SubjectId subject, Report report) {
        String location = "/api/v1/plans/%s/%s/%s/reports/%s"
                .formatted(subject.plan(), subject.kind().collection(), subject.id(), report.period());
        return writing.write(
                request, Callers.actor(caller), subject, null, new Intent.ReportProgress(report), location);
    }

    /** Null where there is none. */
    private static byte[] body(HttpRequest<byte[]> request) {
        return request.getBody().orElse(null);
    }
}
