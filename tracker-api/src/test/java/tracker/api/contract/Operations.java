package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tracker.api.access.Rights;
import tracker.api.http.Answers;
import tracker.api.http.Operation;
import tracker.api.http.Operation.Trait;
import tracker.api.http.Takes;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Role;

/** What the contract says of each route. */
final class Operations {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9]+)\\}");
    private static final String PENDING = "tracker.api.http.Writing$Pending";

    private final Words words = new Words("operations.yml");
    private final JsonNode examples = Words.read("examples.yml");
    private final Parts parts = new Parts();
    private final ProblemAnswers problems = new ProblemAnswers();
    private final RequestSchemas requests;
    private final Bodies bodies;

    Operations(Schemas schemas, Nullables nullables) {
        requests = new RequestSchemas(schemas);
        bodies = new Bodies(schemas, nullables);
        bodies.view(ProblemAnswers.body());
    }

    ObjectNode of(Route route) {
        Operation operation = route.handler().getAnnotation(Operation.class);
        Answers[] answers = applying(route, route.handler().getAnnotationsByType(Answers.class), Answers::kind);
        Takes[] bodies = applying(route, route.handler().getAnnotationsByType(Takes.class), Takes::kind);
        boolean sends = route.method().equals("POST") || route.method().equals("PUT");
        boolean reads = route.handler().getParameterCount() > 0
                && Arrays.stream(route.handler().getGenericParameterTypes())
                        .anyMatch(type -> type.getTypeName().contains("byte[]")
                                || type.getTypeName().endsWith("InputStream"));
        if (operation == null || answers.length == 0 || (sends && reads && bodies.length == 0)) {
            throw new IllegalStateException(route.method() + " " + route.path() + " (" + route.handler()
                    + ") is not documented: it needs @Operation, @Answers and, for a body, @Takes");
        }
        JsonNode said = words.of(operation.value());
        String id = route.named(operation.value());
        boolean head = route.method().equals("HEAD");
        ObjectNode spoken = Schemas.object();
        spoken.putArray("tags").add(said.path("tag").asText());
        spoken.put("operationId", head ? "head" + Character.toUpperCase(id.charAt(0)) + id.substring(1) : id);
        spoken.put("summary", in(route, Parts.both(said)) + (head ? " (HEAD)" : ""));
        spoken.put("description", description(route, said));
        security(route, spoken);
        parameters(route, operation, id, spoken.putArray("parameters"));
        if (bodies.length > 0) {
            body(id, bodies, spoken.putObject("requestBody"));
        }
        ObjectNode all = problems.of(route, operation, bodies.length > 0);
        success(route, operation, answers)
                .forEach((status, answer) ->
                        all.set(status, all.has(status) ? problems.orAs(all.get(status), answer) : answer));
        ObjectNode inOrder = spoken.putObject("responses");
        new TreeMap<>(all.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .forEach(inOrder::set);
        return spoken;
    }

    ObjectNode components() {
        ObjectNode components = Schemas.object();
        components.set("parameters", parts.parameters());
        components.set("headers", parts.headers(Words.read("headers.yml")));
        components.set("responses", problems.all());
        return components;
    }

    /** What is said of nothing that there is. */
    List<String> unused() {
        List<String> unused = new ArrayList<>(words.unused());
        unused.addAll(parts.words().unused());
        return unused;
    }

    private interface KindOf<T> {
        String of(T annotation);
    }

    private static <T> T[] applying(Route route, T[] all, KindOf<T> kind) {
        return Arrays.stream(all)
                .filter(one -> kind.of(one).isEmpty() || kind.of(one).equals(route.kind()))
                .toArray(size -> Arrays.copyOf(all, size));
    }

    private static String in(Route route, String text) {
        int half = text.indexOf(" · ");
        String zh = text.substring(0, half).replace("{kind}", Words.KINDS.get(route.kind()));
        return zh + text.substring(half).replace("{kind}", route.kindName().toLowerCase(Locale.ROOT));
    }

    private static String description(Route route, JsonNode said) {
        String roles = EnumSet.complementOf(EnumSet.of(Role.SYSTEM)).stream()
                .filter(role -> Rights.of(role).contains(route.right()))
                .map(Role::label)
                .collect(Collectors.joining(", "));
        return said.path("zhMore").asText() + "\n\n" + said.path("enMore").asText() + "\n\n权限 · Right: `"
                + route.right().label() + "` (" + roles + ")";
    }

    private static void security(Route route, ObjectNode spoken) {
        ArrayNode either = spoken.putArray("security");
        if (ProblemAnswers.mayAll(route, EnumSet.of(Role.PUBLIC))) {
            either.addObject();
        }
        either.addObject().putArray("bearer");
        either.addObject().putArray("session");
        spoken.put("x-right", route.right().label());
    }

    private void parameters(Route route, Operation operation, String id, ArrayNode into) {
        VARIABLE.matcher(route.path())
                .results()
                .map(MatchResult::group)
                .map(variable -> variable.substring(1, variable.length() - 1))
                .forEach(variable -> into.add(parts.parameter(operation.value(), id, variable, true)));
        List<String> optional = new ArrayList<>(Arrays.asList(operation.query()));
        for (Argument<?> argument : route.arguments()) {
            if (argument.isAnnotationPresent(QueryValue.class)) {
                into.add(parts.parameter(operation.value(), id, argument.getName(), !argument.isNullable()));
            } else if (argument.isAnnotationPresent(Header.class)) {
                optional.add(argument.getAnnotationMetadata()
                        .stringValue(Header.class)
                        .orElseThrow());
            }
        }
        for (Trait trait : operation.traits()) {
            optional.addAll(
                    switch (trait) {
                        case POSITION -> List.of("Tracker-Position");
                        case AS_OF -> List.of("asOf");
                        case CONDITIONAL -> List.of("If-None-Match");
                        case FIELDS -> List.of("fields");
                        case LIST -> list(route);
                        case WRITE -> List.of("Idempotency-Key", "Prefer");
                        case VERSIONED -> List.of("If-Match");
                        case OPEN_QUERY -> List.of("others");
                    });
        }
        optional.addAll(Arrays.asList(operation.headers()));
        optional.forEach(name -> into.add(parts.parameter(operation.value(), id, name, false)));
    }

    /** The filters are those that the handler itself looks up. */
    private static List<String> list(Route route) {
        try {
            Field field = route.handler().getDeclaringClass().getDeclaredField("FILTERS");
            field.setAccessible(true);
            Map<?, ?> filters = (Map<?, ?>) field.get(null);
            for (Kind kind : Kind.values()) {
                if (kind.collection().equals(route.kind()) && filters.get(kind) instanceof Map<?, ?> ofKind) {
                    filters = ofKind;
                }
            }
            List<String> names = new ArrayList<>(
                    filters.keySet().stream().map(String::valueOf).sorted().toList());
            names.addAll(List.of("q", "sort", "limit", "cursor"));
            return names;
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException(route.handler() + " has no FILTERS", none);
        }
    }

    private void body(String id, Takes[] takes, ObjectNode body) {
        body.put("required", Arrays.stream(takes).noneMatch(Takes::optional));
        ObjectNode content = body.putObject("content");
        for (Takes one : takes) {
            for (String media : one.media()) {
                ObjectNode form = content.putObject(media);
                if (one.value() == void.class) {
                    form.putObject("schema");
                } else {
                    form.set("schema", requests.of(one.value()));
                }
                examples.path(id).forEach(example -> {
                    if (example.path("media").asText("application/json").equals(media)) {
                        ObjectNode shown = form.withObjectProperty("examples")
                                .putObject(example.path("name").asText());
                        shown.put("summary", Parts.both(example));
                        // A file that is no text can only be described.
                        if (example.has("body")) {
                            shown.set("value", example.get("body"));
                        }
                    }
                });
            }
        }
    }

    private Map<String, ObjectNode> success(Route route, Operation operation, Answers[] answers) {
        Map<String, ObjectNode> all = new TreeMap<>();
        List<Trait> traits = Arrays.asList(operation.traits());
        for (Answers answer : answers) {
            ObjectNode one = all.computeIfAbsent(String.valueOf(answer.status()), none -> Schemas.object()
                    .put(
                            "description",
                            switch (answer.status()) {
                                case 202 -> "已接收，结果待查 · Taken; ask for the outcome";
                                case 303 -> "转到所示地址 · Go on at the address given";
                                default -> "成功 · Done";
                            }));
            List<String> headers = new ArrayList<>(Arrays.asList(answer.headers()));
            if (traits.contains(Trait.CONDITIONAL)) {
                headers.addAll(List.of("ETag", "Cache-Control"));
            }
            if (answer.type().getSimpleName().equals("Written")) {
                headers.addAll(List.of("ETag", "Tracker-Position"));
            }
            boolean leadsOn = answer.status() == 303;
            headers.forEach(name -> one.withObjectProperty("headers")
                    .set(name, Parts.header(leadsOn && name.equals("Location") ? "Next" : name)));
            ObjectNode schema = bodies.of(route, operation, answer);
            for (String media : answer.media()) {
                ObjectNode form = one.withObjectProperty("content").withObjectProperty(media);
                if (schema != null) {
                    form.set(
                            "schema", form.has("schema") ? Schemas.anyOf(List.of(form.get("schema"), schema)) : schema);
                }
            }
        }
        if (traits.contains(Trait.CONDITIONAL)) {
            ObjectNode unchanged = Schemas.object().put("description", "没有变化 · Unchanged");
            for (String name : List.of("ETag", "Cache-Control")) {
                unchanged.withObjectProperty("headers").set(name, Parts.header(name));
            }
            all.put("304", unchanged);
        }
        if (traits.contains(Trait.WRITE) && !all.containsKey("202")) {
            all.put("202", pending());
        }
        return all;
    }

    private ObjectNode pending() {
        try {
            ObjectNode pending = Schemas.object().put("description", "已接收，结果待查 · Taken; ask for the outcome");
            pending.putObject("headers").set("Location", Parts.header("Location"));
            pending.putObject("content")
                    .putObject("application/json")
                    .set("schema", bodies.view(Class.forName(PENDING)));
            return pending;
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
