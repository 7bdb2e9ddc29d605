package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of requests and headers of answers: what they are is said once, and referred to. */
final class Parts {
    private final Words words = new Words("parameters.yml");
    private final Words headers = new Words("headers.yml");
    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** {@code key} is the operationId as it is written at the route, {@code operationId} as it is in the contract. */
    ObjectNode parameter(String key, String operationId, String name, boolean required) {
        String of = words.has(operationId + "." + name)
                ? operationId + "." + name
                : words.has(key + "." + name) ? key + "." + name : name;
        JsonNode entry = words.of(of);
        boolean must = required
                || entry.path("required").asBoolean()
                || entry.path("in").asText().equals("path");
        String component =
                (of + (must && !entry.path("in").asText().equals("path") ? ".required" : "")).replaceAll("[{}]", "");
        named.computeIfAbsent(component, none -> {
            ObjectNode parameter = Schemas.object()
                    .put("name", name)
                    .put("in", entry.path("in").asText())
                    .put("description", both(entry));
            if (must) {
                parameter.put("required", true);
            }
            parameter.set("schema", entry.path("schema"));
            return parameter;
        });
        return Schemas.object().put("$ref", "#/components/parameters/" + component);
    }

    static ObjectNode header(String name) {
        return Schemas.object().put("$ref", "#/components/headers/" + name);
    }

    ObjectNode parameters() {
        ObjectNode all = Schemas.object();
        named.forEach(all::set);
        return all;
    }

    ObjectNode headers(JsonNode table) {
        ObjectNode all = Schemas.object();
        table.fields().forEachRemaining(header -> {
            JsonNode entry = headers.of(header.getKey());
            ObjectNode one = Schemas.object().put("description", both(entry)).put("required", true);
            one.set("schema", entry.path("schema"));
            all.set(header.getKey(), one);
        });
        return all;
    }

    Words words() {
        return words;
    }

    static String both(JsonNode entry) {
        return entry.path("zh").asText() + " · " + entry.path("en").asText();
    }
}
