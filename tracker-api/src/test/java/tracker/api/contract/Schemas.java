package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The schemas that the contract names, each once, in the order of their names. */
final class Schemas {
    private static final String REF = "#/components/schemas/";

    private final Map<String, JsonNode> named = new TreeMap<>();

    /** A reference to the schema of that name, made now unless it is there. It may refer to itself. */
    ObjectNode named(String name, Supplier<ObjectNode> schema) {
        if (!named.containsKey(name)) {
            named.put(name, object());
            named.put(name, schema.get());
        }
        return ref(name);
    }

    /** The schema behind a reference; any other is itself. */
    ObjectNode resolved(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        return (ObjectNode)
                (ref.isMissingNode() ? schema : named.get(ref.asText().substring(REF.length())));
    }

    static String name(JsonNode schema) {
        return schema.path("$ref").asText().substring(REF.length());
    }

    ObjectNode all() {
        ObjectNode all = object();
        named.forEach(all::set);
        return all;
    }

    static ObjectNode ref(String name) {
        return object().put("$ref", REF + name);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode of(String type) {
        return object().put("type", type);
    }

    static ObjectNode of(String type, String format) {
        return of(type).put("format", format);
    }

    static ObjectNode list(JsonNode items) {
        ObjectNode list = of("array");
        list.set("items", items);
        return list;
    }

    static ObjectNode words(List<String> words) {
        ObjectNode schema = of("string");
        words.forEach(schema.putArray("enum")::add);
        return schema;
    }

    static ObjectNode anyOf(List<? extends JsonNode> schemas) {
        if (schemas.size() == 1) {
            return (ObjectNode) schemas.get(0);
        }
        ObjectNode either = object();
        schemas.forEach(either.putArray("anyOf")::add);
        return either;
    }

    /** The same, or null. */
    static ObjectNode orNull(ObjectNode schema) {
        if (!schema.has("type") || schema.has("enum")) {
            return anyOf(List.of(schema, of("null")));
        }
        ObjectNode wider = schema.deepCopy();
        wider.putArray("type").add(schema.path("type").asText()).add("null");
        return wider;
    }

    /** {@code {"items": […], "next": "…"}}, after the fields of {@code head}, which may be null. */
    static ObjectNode page(JsonNode items, ObjectNode head) {
        ObjectNode page = head == null ? closed(object(), List.of()) : head.deepCopy();
        ObjectNode properties = (ObjectNode) page.get("properties");
        properties.set("items", list(items));
        properties.set("next", of("string").put("minLength", 1));
        page.withArray("required").add("items");
        return page;
    }

    static ObjectNode closed(ObjectNode properties, List<String> required) {
        ObjectNode schema = of("object");
        schema.set("properties", properties);
        required.forEach(schema.withArray("required")::add);
        return schema.put("additionalProperties", false);
    }
}
