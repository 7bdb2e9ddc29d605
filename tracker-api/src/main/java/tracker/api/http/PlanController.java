package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Map;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.view.ListQuery;
import tracker.api.view.PlanQueries;
import tracker.api.view.Versioned;
import tracker.streams.domain.Kind;

/** A plan, and the lists of what it holds. */
@Controller("/api/v1/plans/{plan}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class PlanController {
    private final PlanQueries queries;
    private final Reading reading;

    PlanController(PlanQueries queries, Reading reading) {
        this.queries = queries;
        this.reading = reading;
    }

    @Get
    HttpResponse<?> plan(HttpRequest<?> request, String plan) {
        reading.begin(request, plan);
        return Preconditions.answer(request, queries.plan(plan).orElseThrow(reading.unknownSubject()));
    }

    @Get("/indicators")
    HttpResponse<?> indicators(
            HttpRequest<?> request,
            String plan,
            @Nullable @QueryValue String collection,
            @Nullable @QueryValue String goal,
            @Nullable @QueryValue String rating,
            @Nullable @QueryValue String department,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue Integer limit) {
        Map<String, String> equal = new LinkedHashMap<>();
        equal.put("collection", collection);
        equal.put("goal", goal);
        equal.put("rating", rating);
        equal.put("responsibility.lead", department);
        return list(request, plan, Kind.INDICATOR, equal, q, sort, cursor, limit);
    }

    @Get("/projects")
    HttpResponse<?> projects(
            HttpRequest<?> request,
            String plan,
            @Nullable @QueryValue String category,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue String rating,
            @Nullable @QueryValue String department,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue Integer limit) {
        Map<String, String> equal = new LinkedHashMap<>();
        equal.put("category", category);
        equal.put("status", status);
        equal.put("rating", rating);
        equal.put("responsibility.lead", department);
        return list(request, plan, Kind.PROJECT, equal, q, sort, cursor, limit);
    }

    @Get("/tasks")
    HttpResponse<?> tasks(
            HttpRequest<?> request,
            String plan,
            @Nullable @QueryValue String department,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue Integer limit) {
        Map<String, String> equal = new LinkedHashMap<>();
        equal.put("responsibility.lead", department);
        return list(request, plan, Kind.TASK, equal, q, sort, cursor, limit);
    }

    private HttpResponse<?> list(
            HttpRequest<?> request,
            String plan,
            Kind kind,
            Map<String, String> equal,
            String q,
            String sort,
            String cursor,
            Integer limit) {
        reading.begin(request, plan);
        equal.values().removeIf(java.util.Objects::isNull);
        // The position is read first: a list that is newer than its tag is fetched once too often, never once too
        // seldom.
        long position = queries.position(plan);
        ListQuery query = new ListQuery(equal, q, sort, Limits.of(limit), cursor);
        try {
            ListQuery.Page page = query.apply(queries.all(plan, kind));
            return Preconditions.answer(request, new Versioned(position, Json.page(page.items(), page.next())));
        } catch (IllegalArgumentException badCursor) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "cursor 不属于这个列表。", "That cursor is not one of this list.");
        }
    }
}
