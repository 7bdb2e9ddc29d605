package tracker.api.http;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tracker.api.view.ListQuery;
import tracker.api.view.Versioned;

/** Answers lists of views: filtered, sorted, page by page. */
final class Lists {
    /** Parameters of every list, beside its filters. */
    private static final Set<String> COMMON = Set.of("q", "sort", "limit", "cursor", Fields.PARAMETER);

    private Lists() {}

    /**
     * {@code filters}: from parameter to dotted path into the view. {@code position} must have been read before the views are: a list that
     * is newer than its tag is fetched once too often, never once too seldom.
     */
    static HttpResponse<?> answer(
            HttpRequest<?> request, Map<String, String> filters, long position, Supplier<List<byte[]>> views) {
        ListQuery.Page page = page(request, filters, Set.of(Reading.AS_OF), views);
        return Preconditions.answer(request, new Versioned(position, Json.page(page.items(), page.next())));
    }

    /** The page that the request asks for. {@code others}: parameters that it may have and that are no filters. */
    static ListQuery.Page page(
            HttpRequest<?> request, Map<String, String> filters, Set<String> others, Supplier<List<byte[]>> views) {
        ListQuery query = query(request.getParameters(), filters, others);
        try {
            return query.apply(views.get());
        } catch (IllegalArgumentException badCursor) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "cursor 不属于这个列表。", "That cursor is not one of this list.");
        }
    }

    /** A parameter that the list does not know is refused: a filter that is passed over would give a wrong list. */
    private static ListQuery query(HttpParameters parameters, Map<String, String> filters, Set<String> others) {
        Map<String, String> equal = new HashMap<>();
        for (String name : parameters.names()) {
            if (filters.containsKey(name)) {
                FilterWords.require(name, parameters.get(name));
                equal.put(filters.get(name), parameters.get(name));
            } else if (!COMMON.contains(name) && !others.contains(name)) {
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
