package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.api.report.AssessmentPage;
import tracker.api.report.AssessmentReport;
import tracker.api.words.Language;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.view.PlanSnapshot;

/** An assessment as a page to be printed and handed round. */
@Controller("/api/v1/plans/{plan}/assessments/{id}/report")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class AssessmentReportController {
    private static final String HTML = "text/html; charset=utf-8";

    private final Reading reading;
    private final AssessmentPage page;

    AssessmentReportController(Reading reading, AssessmentPage page) {
        this.reading = reading;
        this.page = page;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            value = "printAssessment",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL},
            headers = {"Accept-Language"},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(
            media = "text/html",
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> report(HttpRequest<?> request, String plan, String id, @Nullable @QueryValue String lang) {
        PlanSnapshot snapshot = reading.begin(request, plan).snapshot();
        SubjectId subject = reading.subject(plan, Kind.ASSESSMENT, id);
        Language language = PageLanguages.of(request, lang);
        List<AssessmentState> assessments = snapshot.subjects().stream()
                .filter(AssessmentState.class::isInstance)
                .map(AssessmentState.class::cast)
                .toList();
        AssessmentState assessment = assessments.stream()
                .filter(state -> state.head().id().equals(subject))
                .findFirst()
                .orElseThrow(reading.unknownSubject());
        return Preconditions.answer(
                request,
                assessment.head().version(),
                () -> html(AssessmentReport.of(assessment, snapshot, assessments), language));
    }

    private MutableHttpResponse<?> html(AssessmentReport report, Language language) {
        return HttpResponse.ok(page.render(report, language).getBytes(StandardCharsets.UTF_8))
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.label())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                // Its version does not tell the languages apart, nor the names as they stand: nobody keeps a copy.
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", page.policy());
    }
}
