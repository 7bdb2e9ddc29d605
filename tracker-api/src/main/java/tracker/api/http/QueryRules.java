package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.Text;

/** A query parameter that the route does not know, or that is given twice, is refused: passed over, it would give an answer to another question. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class QueryRules implements Ordered {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private final Problems problems;

    QueryRules(Problems problems) {
        this.problems = problems;
    }

    /** Null: go on. */
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        RouteMatch<?> match = RouteAttributes.getRouteMatch(request).orElse(null);
        if (!(match instanceof MethodBasedRouteMatch<?, ?> route)
                || !route.hasAnnotation(Operation.class)
                || traits(route).contains(Trait.OPEN_QUERY)) {
            return null;
        }
        boolean isList = traits(route).contains(Trait.LIST);
        Set<String> known = known(route);
        for (String name : request.getParameters().names()) {
            // Lists know their filters themselves.
            if (!isList && !known.contains(name)) {
                return refused(request, "没有参数 " + name + "。", "There is no parameter '" + name + "'.");
            }
            if (request.getParameters().getAll(name).size() > 1) {
                return refused(request, "参数 " + name + " 出现多次。", "Parameter '" + name + "' is given more than once.");
            }
            if (isNumber(route, name)
                    && !NUMBER.matcher(request.getParameters().get(name)).matches()) {
                return refused(request, "参数 " + name + " 须为整数。", "Parameter '" + name + "' is an integer.");
            }
        }
        return null;
    }

    /** Java takes the digits of all scripts, and the framework nothing at all for a number that was left out. */
    private static boolean isNumber(MethodBasedRouteMatch<?, ?> route, String name) {
        return Arrays.stream(route.getArguments())
                .anyMatch(argument -> argument.getName().equals(name)
                        && argument.isAnnotationPresent(QueryValue.class)
                        && Number.class.isAssignableFrom(argument.getType()));
    }

    private HttpResponse<?> refused(HttpRequest<?> request, String zh, String en) {
        return problems.of(request, Problem.Type.MALFORMED, new Text(zh, en));
    }

    private static List<Trait> traits(MethodBasedRouteMatch<?, ?> route) {
        return Arrays.asList(route.enumValues(Operation.class, "traits", Trait.class));
    }

    private static Set<String> known(MethodBasedRouteMatch<?, ?> route) {
        Set<String> known = new HashSet<>(Arrays.asList(route.stringValues(Operation.class, "query")));
        for (Argument<?> argument : route.getArguments()) {
            if (argument.isAnnotationPresent(QueryValue.class)) {
                known.add(argument.getName());
            }
        }
        List<Trait> traits = traits(route);
        if (traits.contains(Trait.AS_OF)) {
            known.add(Reading.AS_OF);
        }
        if (traits.contains(Trait.FIELDS)) {
            known.add(Fields.PARAMETER);
        }
        return known;
    }

    /** Once it is known who asks. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
