package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The requests of examples.yml, and where the contract has them. */
public final class Examples {
    private static final String PLAN = "changsha-hitech-14fyp";

    private Examples() {}

    /** {@code keep}: under which name the id in its answer is kept, for those after it. {@code take}: what its body holds of the tracker itself. */
    public record Example(String operationId, JsonNode entry) {
        public String name() {
            return entry.path("name").asText();
        }

        public JsonNode body() {
            return entry.path("body");
        }

        public int status() {
            return entry.path("status").asInt();
        }

        public String media() {
            return entry.path("media").asText("application/json");
        }

        /** A key of the tokens; empty for somebody without one. */
        public String as() {
            return entry.path("as").asText(operationId.equals("verifyLog") ? "auditor" : "planning-office");
        }

        public Optional<String> keep() {
            return Optional.ofNullable(entry.path("keep").textValue());
        }

        public Optional<String> take() {
            return Optional.ofNullable(entry.path("take").textValue());
        }

        public String method(JsonNode contract) {
            return place(contract)[0];
        }

        public String path(JsonNode contract, Map<String, String> kept) {
            String path = place(contract)[1].replace("{plan}", PLAN);
            for (Map.Entry<String, JsonNode> variable : entry.path("path").properties()) {
                String value = variable.getValue().asText();
                path = path.replace(
                        "{" + variable.getKey() + "}", value.startsWith("@") ? kept.get(value.substring(1)) : value);
            }
            return entry.has("query") ? path + "?" + entry.path("query").asText() : path;
        }

        private String[] place(JsonNode contract) {
            for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    if (method.getValue().path("operationId").asText().equals(operationId)) {
                        return new String[] {method.getKey(), path.getKey()};
                    }
                }
            }
            throw new IllegalStateException("no operation " + operationId);
        }
    }

    /** In the order in which they can be sent. */
    public static List<Example> all() {
        List<Example> all = new ArrayList<>();
        Words.read("examples.yml").fields().forEachRemaining(operation -> operation
                .getValue()
                .forEach(entry -> all.add(new Example(operation.getKey(), entry))));
        return List.copyOf(all);
    }

    /** Pointers to the objects in a body, the body itself first. */
    public static List<String> objects(JsonNode body) {
        List<String> pointers = new ArrayList<>();
        collect(body, "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String at, List<String> pointers) {
        if (node.isObject()) {
            pointers.add(at);
            node.fields().forEachRemaining(field -> collect(field.getValue(), at + "/" + field.getKey(), pointers));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at + "/" + i, pointers);
        }
    }

    /** The fields that the contract has at that place of the example's body, in any of the forms that it may have there. */
    public static SortedSet<String> fields(JsonNode contract, Example example, String pointer) {
        String[] place = example.place(contract);
        List<JsonNode> schemas = List.of(contract.path("paths")
                .path(place[1])
                .path(place[0])
                .path("requestBody")
                .path("content")
                .path(example.media())
                .path("schema"));
        schemas = forms(contract, schemas);
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            List<JsonNode> inner = schemas.stream()
                    .map(schema -> step.chars().allMatch(Character::isDigit)
                            ? schema.path("items")
                            : schema.path("properties").path(step))
                    .filter(JsonNode::isObject)
                    .toList();
            schemas = forms(contract, inner);
        }
        SortedSet<String> fields = new TreeSet<>();
        schemas.forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(fields::add));
        return fields;
    }

    private static List<JsonNode> forms(JsonNode contract, List<JsonNode> schemas) {
        List<JsonNode> forms = new ArrayList<>();
        for (JsonNode schema : schemas) {
            JsonNode one =
                    schema.has("$ref") ? contract.at(schema.get("$ref").asText().substring(1)) : schema;
            if (one.has("anyOf")) {
                List<JsonNode> either = new ArrayList<>();
                one.get("anyOf").forEach(either::add);
                forms.addAll(forms(contract, either));
            } else {
                forms.add(one);
            }
        }
        return forms;
    }
}
