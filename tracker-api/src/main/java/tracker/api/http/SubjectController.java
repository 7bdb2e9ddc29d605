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
import tracker.api.view.PlanQueries;
import tracker.api.view.PlanReads;
import tracker.api.view.Versioned;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;

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
    HttpResponse<?> one(
            HttpRequest<?> request, String plan, String kind, String id, @Nullable @QueryValue Long asOfVersion) {
        PlanReads reads = reading.begin(request, plan);
        SubjectId subject = subject(plan, kind, id);
        return answer(request, asOfVersion == null ? reads.one(subject) : queries.atVersion(subject, asOfVersion));
    }

    @Get("/{kind:indicators|projects|tasks|assessments}/{id}/history")
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
        long after = cursor == null ? 0 : cursor;
        List<byte[]> entries = reads.history(subject, after, size);
        boolean more = after + entries.size() < state.version() && entries.size() == size;
        String next = more ? String.valueOf(after + size) : null;
        return answer(request, Optional.of(new Versioned(state.version(), Json.page(entries, next))));
    }

    @Get("/indicators/{id}/series")
    HttpResponse<?> series(HttpRequest<?> request, String plan, String id) {
        return answer(request, reading.begin(request, plan).series(reading.subject(plan, Kind.INDICATOR, id)));
    }

    @Get("/{kind:indicators|projects|tasks}/{id}/reports/{period}")
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
