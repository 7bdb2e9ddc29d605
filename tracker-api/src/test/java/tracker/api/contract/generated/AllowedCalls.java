package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tracker.api.contract.generated.Call.Expected;

/** Requests as the contract allows them. */
final class AllowedCalls {
    private static final String JSON = "application/json";
    private static final double OPTIONAL = 0.2;
    /** They leave off where a list was left off: only the list's own say where. */
    private static final List<String> GIVEN_BY_THE_TRACKER =
            List.of("cursor", "sort", "fields", "code", "state", "iss", "actor");

    private final Places places;
    private final BiFunction<String, String, byte[]> files;

    /** {@code files}: of an operation and a media type that is no JSON, null where there is none but the contract's own. */
    AllowedCalls(Places places, BiFunction<String, String, byte[]> files) {
        this.places = places;
        this.files = files;
    }

    Call of(ApiOperation operation, Map<String, String> place, Caller caller, Draws draws) {
        Values values = new Values(operation, places, place, draws);
        String path = path(operation.template(), place);
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asText();
            if (parameter.path("required").asBoolean() || isGiven(operation, name, draws)) {
                query.add(encoded(name) + "="
                        + encoded(values.of(parameter.path("schema"), name).asText()));
            }
        }
        List<Header> headers = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("header")) {
            String name = parameter.path("name").asText();
            if (draws.chance(OPTIONAL)) {
                header(name, draws).forEach(headers::add);
            }
        }
        if (operation.parameters("header").stream()
                        .noneMatch(one -> one.path("name").asText().equals("Accept-Language"))
                && draws.chance(0.7)) {
            headers.add(new Header("Accept-Language", draws.chance(0.5) ? "zh" : "en"));
        }
        if (path.startsWith("/log")) {
            headers.add(new Header("Sec-Fetch-Site", "same-origin"));
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        Call call = new Call(operation.method(), target, headers, null, caller, Expected.ALLOWED, operation.id());
        return operation.takesBody() ? body(operation, call, values, draws) : call;
    }

    private boolean isGiven(ApiOperation operation, String name, Draws draws) {
        boolean known = !GIVEN_BY_THE_TRACKER.contains(name)
                || !places.words(operation.id() + "." + name).isEmpty();
        return known && draws.chance(name.equals("dryRun") && operation.id().equals("registerPlan") ? 1 : OPTIONAL);
    }

    private List<Header> header(String name, Draws draws) {
        List<String> known = places.words(name);
        return switch (name) {
            case "Idempotency-Key" -> List.of(new Header(name, "key-" + draws.below(Integer.MAX_VALUE)));
            case "Prefer" -> List.of(new Header(name, draws.chance(0.6) ? "respond-async" : "wait=5"));
            case "If-Match" -> List.of(new Header(name, draws.one(List.of("*", "\"1\"", "2"))));
            case "Last-Event-ID" -> List.of(new Header(name, String.valueOf(draws.below(50))));
            case "Accept-Language" -> List.of(new Header(name, draws.one(List.of("zh", "en", "en-GB, zh;q=0.5"))));
            case "Tracker-Position", "If-None-Match" ->
                known.isEmpty() ? List.of() : List.of(new Header(name, draws.one(known)));
            // A digest has to be that of the body.
            default -> List.of();
        };
    }

    private Call body(ApiOperation operation, Call call, Values values, Draws draws) {
        if (!operation.needsBody() && draws.chance(0.5)) {
            return call;
        }
        List<Map.Entry<String, JsonNode>> forms = operation.bodies();
        List<Map.Entry<String, JsonNode>> exemplary =
                forms.stream().filter(one -> one.getValue().has("examples")).toList();
        Map.Entry<String, JsonNode> form = draws.one(exemplary.isEmpty() || draws.chance(0.1) ? forms : exemplary);
        String media = form.getKey().equals("*/*") ? "text/plain" : form.getKey();
        byte[] body = media.equals(JSON)
                ? json(operation, form.getValue(), values, draws).toString().getBytes(StandardCharsets.UTF_8)
                : file(operation, form.getValue(), media, values, draws);
        return call.withHeader("Content-Type", media).withBody(body);
    }

    private JsonNode json(ApiOperation operation, JsonNode form, Values values, Draws draws) {
        JsonNode schema = form.path("schema");
        List<JsonNode> examples = new ArrayList<>();
        form.path("examples").forEach(one -> examples.add(one.path("value")));
        if (schema.isEmpty()) {
            return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        }
        if (examples.isEmpty() || draws.chance(0.25)) {
            return values.of(schema, operation.id());
        }
        JsonNode example = draws.one(examples).deepCopy();
        JsonNode object = operation.resolved(schema);
        double changed = draws.chance(0.5) ? 0 : 0.5;
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            if (example instanceof ObjectNode body
                    && body.has(property.getKey())
                    && !property.getKey().equals("changes")
                    && draws.chance(body.path(property.getKey()).asText().startsWith("http") ? 1 : changed)) {
                body.set(property.getKey(), values.of(property.getValue(), property.getKey()));
            }
        }
        return example;
    }

    private byte[] file(ApiOperation operation, JsonNode form, String media, Values values, Draws draws) {
        byte[] given = files.apply(operation.id(), media);
        if (given != null) {
            return given;
        }
        if (media.equals("application/x-www-form-urlencoded")) {
            List<String> pairs = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field :
                    values.of(form.path("schema"), "form").properties()) {
                if (!field.getValue().isNull()) {
                    pairs.add(encoded(field.getKey()) + "="
                            + encoded(field.getValue().asText()));
                }
            }
            return String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
        }
        for (JsonNode example : form.path("examples")) {
            if (example.has("value")) {
                return example.path("value").asText().getBytes(StandardCharsets.UTF_8);
            }
        }
        return draws.bytes(draws.between(1, 200));
    }

    static String path(String template, Map<String, String> place) {
        String path = template;
        for (String variable : Places.variables(template)) {
            path = path.replace("{" + variable + "}", encoded(place.get(variable)));
        }
        return path;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
