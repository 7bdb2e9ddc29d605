package tracker.api.http;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
    /** Parameters of every list, beside its filters. */
    private static final Set<String> COMMON = Set.of("q", "sort", "limit", "cursor");
    /** What each list can be filtered by, and where that stands in a view. */
    private static final Map<Kind, Map<String, String>> FILTERS = Map.of(
            Kind.INDICATOR,
            Map.of(
                    "collection", "collection",
                    "goal", "goal",
                    "rating", "rating",
                    "department", "responsibility.lead"),
            Kind.PROJECT,
            Map.of(
                    "category", "category",
                    "status", "status",
                    "rating", "rating",
                    "department", "responsibility.lead"),
            Kind.TASK,
            Map.of("department", "responsibility.lead"));

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

    @Get("/{kind:indicators|projects|tasks}")
    HttpResponse<?> list(HttpRequest<?> request, String plan, String kind) {
        reading.begin(request, plan);
        Kind of = reading.kind(kind);
        ListQuery query = query(request.getParameters(), FILTERS.get(of));
        // The position is read first: a list that is newer than its tag is fetched once too often, never once too
        // seldom.
        long position = queries.position(plan);
        try {
            ListQuery.Page page = query.apply(queries.all(plan, of));
            return Preconditions.answer(request, new Versioned(position, Json.page(page.items(), page.next())));
        } catch (IllegalArgumentException badCursor) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "cursor 不属于这个列表。", "That cursor is not one of this list.");
        }
    }

    /** A parameter that the list does not know is refused: a filter that is passed over would give a wrong list. */
    private static ListQuery query(HttpParameters parameters, Map<String, String> filters) {
        Map<String, String> equal = new HashMap<>();
        for (String name : parameters.names()) {
            if (filters.containsKey(name)) {
                equal.put(filters.get(name), parameters.get(name));
            } else if (!COMMON.contains(name)) {
                throw new ProblemException(
                        Problem.Type.MALFORMED, "没有参数 " + name + "。", "There is no parameter '" + name + "'.");
            }
        }
        return new ListQuery(
                equal,
                parameters.get("q"),
                parameters.get("sort"),
                Limits.of(parameters.get("limit")),
                parameters.get("cursor"));
    }
}
