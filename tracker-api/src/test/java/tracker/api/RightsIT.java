package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.Rights;
import tracker.streams.domain.Role;

/** Every route is tried by everybody: the table of rights says who is let in, and nobody else is. Made from the code, so none is left out. */
class RightsIT extends RunningTracker {
    private static final Map<String, Role> CALLERS = Map.of(
            "planning-office", Role.PLANNING_OFFICE,
            "department:economy", Role.DEPARTMENT,
            "auditor", Role.AUDITOR,
            "dashboard", Role.DASHBOARD,
            "operator", Role.OPERATOR,
            "", Role.PUBLIC);

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    private record Route(String method, String path, Right right) {
        /** Paths of one kind, and ids that are nobody's: what is let in does no harm. */
        String example() {
            return path.replace("{plan}", "changsha-hitech-14fyp")
                    .replaceAll("\\{kind:([a-z]+)[^}]*\\}", "$1")
                    .replaceAll("\\{[^}]*\\}", "none");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRouteLetsInWhomItShould() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(50);
        return routes.stream().flatMap(route -> CALLERS.entrySet().stream()
                .map(caller -> DynamicTest.dynamicTest(
                        route.method() + " " + route.path() + " by " + caller.getValue(),
                        () -> tried(route, caller.getKey(), caller.getValue()))));
    }

    private void tried(Route route, String token, Role role) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + tracker.port() + route.example()))
                .method(route.method(), HttpRequest.BodyPublishers.noBody())
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + client(token).token());
        }
        // A stream of events does not end: what it begins with is enough.
        HttpRequest asked = request.build();
        HttpResponse<InputStream> response = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
        if (route.right() != Right.BE_A_NODE) {
            TestClient.requireAsInContract(asked, null, response, null);
        }
        boolean letIn = Rights.of(role).contains(route.right());
        try (InputStream body = response.body()) {
            if (!letIn) {
                assertThat(response.statusCode()).isEqualTo(role == Role.PUBLIC ? 401 : 403);
            } else {
                assertThat(response.statusCode())
                        .isNotEqualTo(401)
                        .isNotEqualTo(405)
                        .isLessThan(500);
            }
            if (response.statusCode() == 403) {
                String missing = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(missing.contains(
                                "\"missingRight\":\"" + route.right().label() + "\""))
                        .isEqualTo(!letIn);
            }
        }
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("tracker.api.http")) {
            if (type.isAnnotatedWith(Controller.class)) {
                Class<?> controller = type.reflect();
                for (Method method : controller.getDeclaredMethods()) {
                    routes.addAll(routes(controller, method));
                }
            }
        }
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static List<Route> routes(Class<?> controller, Method method) {
        Right right = Optional.ofNullable(method.getAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(controller.getAnnotation(Needs.class)))
                .map(Needs::value)
                .orElse(null);
        String base = controller.getAnnotation(Controller.class).value();
        List<Route> routes = new ArrayList<>();
        paths(method)
                .forEach((verb, paths) -> paths.forEach(path -> routes.add(
                        new Route(verb, path.equals("/") ? base : (base + path).replace("//", "/"), right))));
        assertThat(routes.isEmpty() || right != null)
                .as("%s needs a right", method)
                .isTrue();
        return routes;
    }

    private static Map<String, Set<String>> paths(Method method) {
        if (method.getAnnotation(Get.class) != null) {
            Get get = method.getAnnotation(Get.class);
            return Map.of("GET", either(get.value(), get.uris()));
        }
        if (method.getAnnotation(Post.class) != null) {
            Post post = method.getAnnotation(Post.class);
            return Map.of("POST", either(post.value(), post.uris()));
        }
        if (method.getAnnotation(Put.class) != null) {
            Put put = method.getAnnotation(Put.class);
            return Map.of("PUT", either(put.value(), put.uris()));
        }
        Delete delete = method.getAnnotation(Delete.class);
        return delete == null ? Map.of() : Map.of("DELETE", either(delete.value(), delete.uris()));
    }

    private static Set<String> either(String one, String[] many) {
        String[] given = Arrays.stream(many).filter(path -> !path.equals("/")).toArray(String[]::new);
        return given.length == 0 ? Set.of(one) : Set.of(given);
    }
}
