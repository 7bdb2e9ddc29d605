package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What breaks those who rely on a contract that was released: fewer things taken, or others answered, than it said. */
final class ContractChanges {
    private final JsonNode released;
    private final JsonNode now;
    private final List<String> breaking = new ArrayList<>();

    private ContractChanges(JsonNode released, JsonNode now) {
        this.released = released;
        this.now = now;
    }

    /** Every incompatible change, by operation and place; empty where clients of {@code released} may stay as they are. */
    static List<String> breaking(JsonNode released, JsonNode now) {
        ContractChanges changes = new ContractChanges(released, now);
        released.path("paths").fields().forEachRemaining(path -> changes.path(path.getKey(), path.getValue()));
        return changes.breaking;
    }

    private void path(String path, JsonNode methods) {
        methods.fields().forEachRemaining(method -> {
            String at = method.getKey().toUpperCase(Locale.ROOT) + " " + path;
            JsonNode next = now.path("paths").path(path).get(method.getKey());
            if (next == null) {
                breaking.add(at + ": is gone");
            } else {
                operation(at, method.getValue(), next);
            }
        });
    }

    private void operation(String at, JsonNode before, JsonNode after) {
        if (!before.path("x-right").equals(after.path("x-right"))) {
            breaking.add(at + ": needs another right");
        }
        parameters(at, before, after);
        body(at, before.path("requestBody"), after.path("requestBody"));
        before.path("responses").fields().forEachRemaining(answer -> {
            JsonNode next = after.path("responses").get(answer.getKey());
            if (next != null) {
                answer(at + " " + answer.getKey(), resolved(released, answer.getValue()), resolved(now, next));
            } else if (isSuccess(answer.getKey())) {
                breaking.add(at + ": the status " + answer.getKey() + " is gone");
            }
        });
        after.path("responses").fieldNames().forEachRemaining(status -> {
            if (isSuccess(status) && !before.path("responses").has(status)) {
                breaking.add(at + ": the status " + status + " is new");
            }
        });
        Map<String, String> statuses = problems(now, after);
        problems(released, before).forEach((type, status) -> {
            if (!statuses.getOrDefault(type, status).equals(status)) {
                breaking.add(at + ": " + type + " has another status than " + status);
            }
        });
    }

    private static boolean isSuccess(String status) {
        return status.compareTo("400") < 0;
    }

    private static Map<String, String> problems(JsonNode document, JsonNode operation) {
        Map<String, String> statuses = new HashMap<>();
        operation.path("responses").fields().forEachRemaining(answer -> resolved(document, answer.getValue())
                .at("/content/application~1problem+json/schema/properties/type/enum")
                // What cannot be read has several.
                .forEach(type -> statuses.merge(type.asText(), answer.getKey(), (one, other) -> "several")));
        return statuses;
    }

    private void parameters(String at, JsonNode before, JsonNode after) {
        Map<String, JsonNode> present = byName(now, after);
        Map<String, JsonNode> past = byName(released, before);
        past.forEach((name, parameter) -> {
            JsonNode next = present.get(name);
            if (next == null) {
                breaking.add(at + ": the parameter " + name + " is gone");
            } else {
                breaking.addAll(new SchemaChanges(now, released, false)
                        .faults(next.path("schema"), parameter.path("schema"), at + " " + name));
            }
        });
        present.forEach((name, parameter) -> {
            if (parameter.path("required").asBoolean()
                    && !(past.containsKey(name)
                            && past.get(name).path("required").asBoolean())) {
                breaking.add(at + ": the parameter " + name + " is required");
            }
        });
    }

    private static Map<String, JsonNode> byName(JsonNode document, JsonNode operation) {
        Map<String, JsonNode> parameters = new HashMap<>();
        operation.path("parameters").forEach(one -> {
            JsonNode parameter = resolved(document, one);
            parameters.put(parameter.path("name").asText(), parameter);
        });
        return parameters;
    }

    private void body(String at, JsonNode before, JsonNode after) {
        if (after.path("required").asBoolean() && !before.path("required").asBoolean()) {
            breaking.add(at + ": a body is required");
        }
        before.path("content").fields().forEachRemaining(form -> {
            JsonNode next = after.path("content").get(form.getKey());
            if (next == null) {
                breaking.add(at + ": a request of " + form.getKey() + " is no longer taken");
            } else {
                breaking.addAll(new SchemaChanges(now, released, false)
                        .faults(next.path("schema"), form.getValue().path("schema"), at + " request"));
            }
        });
    }

    private void answer(String at, JsonNode before, JsonNode after) {
        before.path("headers").fieldNames().forEachRemaining(header -> {
            if (!after.path("headers").has(header)) {
                breaking.add(at + ": the header " + header + " is gone");
            }
        });
        before.path("content").fields().forEachRemaining(form -> {
            JsonNode next = after.path("content").get(form.getKey());
            if (next == null) {
                breaking.add(at + ": it is no longer " + form.getKey());
            } else {
                breaking.addAll(new SchemaChanges(released, now, true)
                        .faults(form.getValue().path("schema"), next.path("schema"), at));
            }
        });
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
