package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tracker.api.access.Rights;
import tracker.api.http.Operation;
import tracker.api.http.Operation.Trait;
import tracker.api.http.Problem;
import tracker.api.http.Problem.Type;
import tracker.streams.domain.Role;

/** The problems that a route may answer with: those of its annotation, and those that its right, its path and its traits bring with them. */
final class ProblemAnswers {
    /** What the framework refuses by itself has the type of what it cannot read, with a status of its own. */
    private static final int NOT_ACCEPTABLE = 406;

    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;

    private static final String RESPONSES = "#/components/responses/";

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** By status, references to the answers. */
    ObjectNode of(Route route, Operation operation, boolean hasBody) {
        Map<Integer, Set<Type>> byStatus = new TreeMap<>();
        for (Type type : types(route, operation)) {
            add(byStatus, type.status().getCode(), type);
        }
        add(byStatus, NOT_ACCEPTABLE, Type.MALFORMED);
        if (hasBody) {
            add(byStatus, TOO_LARGE, Type.MALFORMED);
            add(byStatus, UNSUPPORTED, Type.MALFORMED);
        }
        ObjectNode answers = Schemas.object();
        byStatus.forEach((status, types) -> answers.set(String.valueOf(status), ref(status, types)));
        return answers;
    }

    ObjectNode all() {
        ObjectNode all = Schemas.object();
        named.forEach(all::set);
        return all;
    }

    private static void add(Map<Integer, Set<Type>> byStatus, int status, Type type) {
        byStatus.computeIfAbsent(status, none -> EnumSet.noneOf(Type.class)).add(type);
    }

    private static Set<Type> types(Route route, Operation operation) {
        Set<Type> types = EnumSet.of(Type.MALFORMED, Type.INTERNAL, Type.NOT_READY);
        types.addAll(Arrays.asList(operation.problems()));
        // Wherever a token or a session is given, it can be a wrong one.
        types.addAll(EnumSet.of(Type.UNAUTHORIZED, Type.IDENTITY_REFUSED, Type.PROVIDER_UNAVAILABLE, Type.CROSS_SITE));
        if (route.path().startsWith("/api/")) {
            types.add(Type.TOO_MANY_REQUESTS);
        }
        if (!mayAll(route, EnumSet.complementOf(EnumSet.of(Role.PUBLIC, Role.SYSTEM)))) {
            types.add(Type.FORBIDDEN);
        }
        if (route.path().contains("{plan}")) {
            types.add(Type.UNKNOWN_PLAN);
        }
        for (Trait trait : operation.traits()) {
            switch (trait) {
                case AS_OF -> types.addAll(EnumSet.of(Type.BEFORE_THE_PLAN, Type.MOMENT_AHEAD));
                case VERSIONED -> types.addAll(EnumSet.of(Type.STALE_VERSION, Type.UNKNOWN_SUBJECT));
                case WRITE -> types.addAll(EnumSet.of(Type.INVALID, Type.KEY_REUSED, Type.NOT_YOURS));
                default -> {}
            }
        }
        return types;
    }

    static boolean mayAll(Route route, Set<Role> roles) {
        return roles.stream().allMatch(role -> Rights.of(role).contains(route.right()));
    }

    private ObjectNode ref(int status, Set<Type> types) {
        String name = status + "." + types.stream().map(Type::label).collect(Collectors.joining("."));
        named.computeIfAbsent(name, none -> answer(status, types));
        return Schemas.object().put("$ref", RESPONSES + name);
    }

    private static ObjectNode answer(int status, Set<Type> types) {
        ObjectNode answer = Schemas.object();
        answer.put(
                "description",
                types.stream()
                        .map(type -> type.title().zh() + " · " + type.title().en())
                        .collect(Collectors.joining("; ")));
        ObjectNode headers = answer.putObject("headers");
        headers.set("Content-Language", Parts.header("Content-Language"));
        boolean retryable = types.stream().allMatch(Type::isRetryable);
        if (retryable) {
            headers.set("Retry-After", Parts.header("Retry-After"));
        }
        if (types.contains(Type.UNAUTHORIZED)) {
            headers.set("WWW-Authenticate", Parts.header("WWW-Authenticate"));
        }
        ObjectNode schema = answer.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema");
        schema.put("$ref", "#/components/schemas/Problem");
        ObjectNode properties = schema.putObject("properties");
        List<String> uris = new ArrayList<>(types.stream().map(Type::uri).toList());
        properties.set("type", Schemas.words(uris));
        properties.putObject("status").put("const", status);
        if (types.contains(Type.STALE_VERSION)) {
            schema.putArray("required").add("currentVersion");
        }
        if (types.contains(Type.FORBIDDEN)) {
            ObjectNode forbidden = schema.putArray("allOf").addObject();
            forbidden.putObject("if").putObject("properties").putObject("type").put("const", Type.FORBIDDEN.uri());
            forbidden.putObject("then").putArray("required").add("missingRight");
        }
        return answer;
    }

    /** A status that has a page of its own beside the problem: the headers are those that both have. */
    ObjectNode orAs(JsonNode problem, ObjectNode page) {
        ObjectNode either = named.get(problem.path("$ref").asText().substring(RESPONSES.length()))
                .deepCopy();
        ObjectNode headers = (ObjectNode) either.get("headers");
        headers.retain(page.path("headers").properties().stream()
                .map(Map.Entry::getKey)
                .toList());
        ((ObjectNode) either.get("content")).setAll((ObjectNode) page.get("content"));
        return either;
    }

    static Class<?> body() {
        return Problem.class;
    }
}
