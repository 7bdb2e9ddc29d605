package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.api.view.PlanQueries;
import tracker.api.view.PlanReads;
import tracker.api.view.Versioned;
import tracker.streams.codec.HistoryJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.view.SeriesView;
import tracker.streams.domain.view.View;

/** One indicator, project or task: its state, its history, what was reported. */
@Controller("/api/v1/plans/{plan}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class SubjectController {
    private final PlanQueries queries;
    private final Reading reading;

    SubjectController(PlanQueries queries, Reading reading) {
        this.queries = queries;
        this.reading = reading;
    }

    @Get("/{kind:indicators|projects|tasks|assessments}/{id}")
    @Operation(
            value = "get{Kind}",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = View.IndicatorView.class, kind = "indicators")
    @Answers(type = View.ProjectView.class, kind = "projects")
    @Answers(type = View.TaskView.class, kind = "tasks")
    @Answers(type = View.AssessmentView.class, kind = "assessments")
    HttpResponse<?> one(
            HttpRequest<?> request, String plan, String kind, String id, @Nullable @QueryValue Long asOfVersion) {
        PlanReads reads = reading.begin(request, plan);
        SubjectId subject = subject(plan, kind, id);
        return answer(request, asOfVersion == null ? reads.one(subject) : queries.atVersion(subject, asOfVersion));
    }

    @Get("/{kind:indicators|projects|tasks|assessments}/{id}/history")
    @Operation(
            value = "get{Kind}History",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = HistoryJson.Entry.class, page = true)
    HttpResponse<?> history(
            HttpRequest<?> request,
            String plan,
            String kind,
            String id,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Long cursor) {
        PlanReads reads = reading.begin(request, plan);
        SubjectId subject = subject(plan, kind, id);
        Versioned state = reads.one(subject).orElseThrow(reading.unknownSubject());
        int size = Limits.of(limit);
        long after = cursor == null ? 0 : ServerEvents.position("cursor", cursor);
        List<byte[]> entries = reads.history(subject, after, size);
        boolean more = after + entries.size() < state.version() && entries.size() == size;
        String next = more ? String.valueOf(after + size) : null;
        return answer(request, Optional.of(new Versioned(state.version(), Json.page(entries, next))));
    }

    @Get("/indicators/{id}/series")
    @Operation(
            value = "getIndicatorSeries",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = SeriesView.class)
    HttpResponse<?> series(HttpRequest<?> request, String plan, String id) {
        return answer(request, reading.begin(request, plan).series(reading.subject(plan, Kind.INDICATOR, id)));
    }

    @Get("/{kind:indicators|projects|tasks}/{id}/reports/{period}")
    @Operation(
            value = "get{Kind}Report",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = InForce.class, of = Report.OfIndicator.class, kind = "indicators")
    @Answers(type = InForce.class, of = Report.OfProject.class, kind = "projects")
    @Answers(type = InForce.class, of = Report.OfTask.class, kind = "tasks")
    HttpResponse<?> report(HttpRequest<?> request, String plan, String kind, String id, String period) {
        PlanReads reads = reading.begin(request, plan);
        SubjectId subject = subject(plan, kind, id);
        return answer(request, Period.parse(period).flatMap(of -> reads.report(subject, of)));
    }

    private SubjectId subject(String plan, String collection, String id) {
        return reading.subject(plan, reading.kind(collection), id);
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Optional<Versioned> state) {
        return Preconditions.answer(request, state.orElseThrow(reading.unknownSubject()));
    }
}
