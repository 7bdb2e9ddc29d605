package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Values that a schema allows, and such as the tracker has where it is known. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ITEMS = 3;
    /** For what has a form: each is taken where it has that form. */
    private static final List<String> WORDS = List.of(
            "indicator/I01",
            "indicator/I02",
            "indicator/I03",
            "indicator/N-none",
            "project/P01",
            "project/P02",
            "task/G1",
            "task/J1",
            "plan/changsha-hitech-14fyp",
            "2021",
            "2022",
            "2023",
            "2024",
            "2025",
            "2022-H1",
            "2023-Q3",
            "2024-07",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "1",
            "1.50",
            "-0.5e3",
            "*",
            "\"1\"",
            "id",
            "id,name",
            "name.zh",
            "0000000000000001@0000000000000002",
            "changsha-hitech-14fyp@1",
            "");

    private static final List<String> TEXTS = List.of(
            "统计口径复核",
            "on schedule",
            "进展正常 · as planned",
            "é́ \u202ertl\u202c",
            "😀 𠮷野家",
            "=1+1",
            "<b>&amp;\"'",
            "a",
            "{{7*7}} ${x} %s %n",
            "--");
    private static final List<String> FIGURES =
            List.of("0", "1", "7", "12.5", "99.50", "-3", "1e2", "0.000001", "3600");

    private final ApiOperation operation;
    private final Places places;
    private final Map<String, String> place;
    private final Draws draws;

    /** {@code place}: where the request goes to, and what is known of what is there. */
    Values(ApiOperation operation, Places places, Map<String, String> place, Draws draws) {
        this.operation = operation;
        this.places = places;
        this.place = place;
        this.draws = draws;
    }

    /** {@code name} is that of the parameter or the field. */
    JsonNode of(JsonNode given, String name) {
        JsonNode schema = operation.resolved(given);
        if (schema.has("anyOf")) {
            List<JsonNode> either = new ArrayList<>();
            schema.get("anyOf").forEach(either::add);
            return of(draws.one(either), name);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(draws.below(schema.get("enum").size()));
        }
        String type = schema.path("type").asText();
        if (schema.path("type").isArray()) {
            if (draws.chance(0.2)) {
                return JSON.nullNode();
            }
            type = schema.path("type").get(0).asText();
        }
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(schema, name);
            case "integer" -> integer(schema, name);
            case "number" -> JSON.numberNode(new BigDecimal(draws.one(FIGURES)));
            case "boolean" -> JSON.booleanNode(draws.chance(0.5));
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema, name));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(schema.path("properties").properties());
        for (Map.Entry<String, JsonNode> property : properties) {
            if (required.contains(property.getKey()) || draws.chance(0.4)) {
                object.set(property.getKey(), of(property.getValue(), property.getKey()));
            }
        }
        if (object.size() < schema.path("minProperties").asInt()) {
            Map.Entry<String, JsonNode> one = draws.one(properties);
            object.set(one.getKey(), of(one.getValue(), one.getKey()));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name) {
        ArrayNode array = JSON.arrayNode();
        for (int i = draws.below(MOST_ITEMS); i >= 0; i--) {
            array.add(of(schema.path("items"), name));
        }
        return array;
    }

    private JsonNode integer(JsonNode schema, String name) {
        if (name.equals("year")) {
            return JSON.numberNode(draws.between(2021, 2025));
        }
        if (schema.has("minimum") && draws.chance(0.1)) {
            return schema.get(schema.has("maximum") && draws.chance(0.5) ? "maximum" : "minimum");
        }
        long least = Math.max(schema.path("minimum").asLong(0), 0);
        return JSON.numberNode(least + draws.below(20));
    }

    private String text(JsonNode schema, String name) {
        String format = schema.path("format").asText();
        if (format.equals("date")) {
            return draws.one(List.of("2021-01-01", "2023-06-30", "2024-02-29", "2025-12-31"));
        }
        if (format.equals("date-time")) {
            List<String> known = places.words("date-time");
            if (!known.isEmpty() && (name.equals("from") || name.equals("to"))) {
                // Each plan begins at another moment.
                return name.equals("from") ? draws.one(known) : known.get(known.size() - 1);
            }
            return known.isEmpty() || draws.chance(0.2)
                    ? draws.one(List.of("2020-01-01T00:00:00Z", "2021-06-30T12:00:00.5+08:00"))
                    : draws.one(known);
        }
        List<String> fitting = fitting(schema, name);
        if (fitting.isEmpty()) {
            throw new IllegalStateException("no value is known for " + name + " of " + operation + ": " + schema);
        }
        return draws.one(fitting);
    }

    private List<String> fitting(JsonNode schema, String name) {
        List<String> known = new ArrayList<>();
        if (place.containsKey(name)) {
            known.add(place.get(name));
        }
        if (known.isEmpty()) {
            known.addAll(places.words(operation.id() + "." + name));
        }
        if (known.isEmpty()) {
            known.addAll(places.words(name));
        }
        List<String> fitting = fitting(schema, known.stream());
        if (fitting.isEmpty()) {
            fitting = fitting(schema, schema.has("pattern") ? WORDS.stream() : TEXTS.stream());
        }
        return fitting;
    }

    private static List<String> fitting(JsonNode schema, java.util.stream.Stream<String> words) {
        Pattern pattern = Pattern.compile(schema.path("pattern").asText(".*"), Pattern.DOTALL);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        int least = schema.path("minLength").asInt(0);
        return words.filter(word -> word.length() >= least && word.codePointCount(0, word.length()) <= most)
                .filter(word -> pattern.matcher(word).find())
                .toList();
    }
}
