package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One operation of the contract; what it refers to is found in {@code document}. */
public record ApiOperation(String method, String template, JsonNode node, JsonNode document) {

    /** All of them, in the contract's order. */
    public static List<ApiOperation> all(JsonNode document) {
        List<ApiOperation> all = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(method -> all.add(new ApiOperation(
                        method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), document))));
        return List.copyOf(all);
    }

    public String id() {
        return node.path("operationId").asText();
    }

    /** Whether somebody without a token may ask. */
    public boolean isPublic() {
        for (JsonNode either : node.path("security")) {
            if (either.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** {@code in} is path, query or header. */
    List<JsonNode> parameters(String in) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters")) {
            JsonNode one = resolved(parameter);
            if (one.path("in").asText().equals(in)) {
                parameters.add(one);
            }
        }
        return parameters;
    }

    boolean takesBody() {
        return node.has("requestBody");
    }

    boolean needsBody() {
        return node.at("/requestBody/required").asBoolean();
    }

    /** By media type. */
    List<Map.Entry<String, JsonNode>> bodies() {
        return new ArrayList<>(node.at("/requestBody/content").properties());
    }

    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(document.at(schema.get("$ref").asText().substring(1)))
                : schema;
    }

    @Override
    public String toString() {
        return id();
    }
}
