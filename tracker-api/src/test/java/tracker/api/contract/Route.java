package tracker.api.contract;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.api.access.Needs;
import tracker.api.access.Right;

/** One route as the router knows it; where its path names one of several kinds of subject, one for each. {@code kind} is then its plural, else empty. */
record Route(String method, String path, String kind, Method handler, List<Argument<?>> arguments, Right right) {
    /** Which port routes are at, the start of a tracker says, and the contract does not. */
    private static final Map<String, Object> PORTS = Map.of("tracker.management-port", -1);

    private static final Pattern KIND = Pattern.compile("\\{kind:([a-z|]+)\\}");

    /** All that the tracker answers itself, but for what only its nodes ask each other; nothing is started. */
    static List<Route> all() {
        try (ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .properties(PORTS)
                .build()
                .start()) {
            List<Route> routes = new ArrayList<>();
            context.getBean(Router.class)
                    .uriRoutes()
                    .filter(route -> route.getDeclaringType().getName().startsWith("tracker.api"))
                    .forEach(route -> routes.addAll(of(route)));
            routes.removeIf(route -> route.right() == Right.BE_A_NODE);
            routes.sort(Comparator.comparing(Route::path)
                    .thenComparing(Route::method)
                    .thenComparing(route -> route.handler().getName()));
            // The router names each once a port.
            return routes.stream().distinct().toList();
        }
    }

    private static List<Route> of(UriRouteInfo<?, ?> route) {
        Method handler = route.getTargetMethod().getExecutableMethod().getTargetMethod();
        Right right = route.getAnnotationMetadata()
                .enumValue(Needs.class, Right.class)
                .orElse(null);
        List<Argument<?>> arguments = List.of(route.getTargetMethod().getArguments());
        // OpenAPI has no sign for a variable of many segments.
        String path = route.getUriMatchTemplate().toString().replace("{+", "{");
        Matcher kinds = KIND.matcher(path);
        String[] each = kinds.find() ? kinds.group(1).split("\\|") : new String[] {""};
        List<Route> routes = new ArrayList<>();
        for (String kind : each) {
            routes.add(new Route(
                    route.getHttpMethodName(),
                    kind.isEmpty() ? path : kinds.replaceFirst(kind),
                    kind,
                    handler,
                    arguments,
                    right));
        }
        return routes;
    }

    /** The kind in the singular, as a part of a name: {@code Indicator}. */
    String kindName() {
        String singular = kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
        return singular.isEmpty() ? "" : Character.toUpperCase(singular.charAt(0)) + singular.substring(1);
    }

    /** {@code text} with the kind in the place of {@code {Kind}}. */
    String named(String text) {
        // Feedback has no plural.
        return text.replace("{Kind}s", kind.equals("feedback") ? kindName() : "{Kind}s")
                .replace("{Kind}", kindName());
    }
}
