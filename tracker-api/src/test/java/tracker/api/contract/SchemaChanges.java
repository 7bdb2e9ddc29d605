package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Whether all that one schema lets through another lets through as well. */
final class SchemaChanges {
    /** Whose every change or addition shuts something out. */
    private static final List<String> FIXED =
            List.of("pattern", "format", "const", "uniqueItems", "contentEncoding", "propertyNames");

    private static final List<String> UPPER = List.of("maximum", "maxLength", "maxItems");
    private static final List<String> LOWER = List.of("minimum", "minLength", "minItems", "minProperties");

    private final JsonNode wideDocument;
    private final JsonNode narrowDocument;
    /** Answers may bring fields and words that are new: whoever reads them passes over what he does not know. */
    private final boolean ofAnswers;

    /** A schema may hold itself. */
    private final Set<String> seen;

    SchemaChanges(JsonNode wideDocument, JsonNode narrowDocument, boolean ofAnswers) {
        this(wideDocument, narrowDocument, ofAnswers, Set.of());
    }

    private SchemaChanges(JsonNode wideDocument, JsonNode narrowDocument, boolean ofAnswers, Set<String> seen) {
        this.wideDocument = wideDocument;
        this.narrowDocument = narrowDocument;
        this.ofAnswers = ofAnswers;
        this.seen = new HashSet<>(seen);
    }

    /** What {@code narrow} lets through and {@code wide} does not, by where it is. */
    List<String> faults(JsonNode wideSchema, JsonNode narrowSchema, String at) {
        List<String> faults = new ArrayList<>();
        compare(wideSchema, narrowSchema, at, faults);
        return faults;
    }

    private void compare(JsonNode wideSchema, JsonNode narrowSchema, String at, List<String> faults) {
        if (isReference(wideSchema) && !seen.add(wideSchema.get("$ref") + " " + narrowSchema)) {
            return;
        }
        JsonNode wide = resolved(wideDocument, wideSchema);
        JsonNode narrow = resolved(narrowDocument, narrowSchema);
        if (wide.has("anyOf") || narrow.has("anyOf")) {
            either(wide, narrow, at, faults);
            return;
        }
        Set<String> types = types(narrow);
        if (wide.has("type") && (types.isEmpty() || !types(wide).containsAll(types))) {
            faults.add(at + ": the type is another: " + said(wide, narrow, "type"));
        }
        words(wide, narrow, at, faults);
        bounds(wide, narrow, at, faults);
        fields(wide, narrow, at, faults);
        for (String inner : List.of("items", "additionalProperties")) {
            if (wide.path(inner).isObject() && narrow.path(inner).isObject()) {
                compare(wide.get(inner), narrow.get(inner), at + "/" + inner, faults);
            }
        }
        for (JsonNode pair : wide.path("allOf")) {
            for (JsonNode other : narrow.path("allOf")) {
                if (pair.path("if").equals(other.path("if"))) {
                    compare(pair.path("then"), other.path("then"), at, faults);
                }
            }
        }
    }

    private void either(JsonNode wide, JsonNode narrow, String at, List<String> faults) {
        List<JsonNode> choices = choices(wide);
        for (JsonNode one : choices(narrow)) {
            List<String> least = null;
            for (JsonNode choice : choices) {
                List<String> these =
                        new SchemaChanges(wideDocument, narrowDocument, ofAnswers, seen).faults(choice, one, at);
                least = least == null || these.size() < least.size() ? these : least;
            }
            faults.addAll(least);
        }
    }

    private static List<JsonNode> choices(JsonNode schema) {
        return schema.has("anyOf")
                ? StreamSupport.stream(schema.get("anyOf").spliterator(), false).toList()
                : List.of(schema);
    }

    private void words(JsonNode wide, JsonNode narrow, String at, List<String> faults) {
        if (!wide.has("enum")) {
            return;
        }
        if (!narrow.has("enum")) {
            faults.add(at + ": no longer one of a few words");
        } else if (!ofAnswers) {
            Set<JsonNode> gone = new HashSet<>();
            narrow.get("enum").forEach(gone::add);
            wide.get("enum").forEach(gone::remove);
            gone.forEach(word -> faults.add(at + ": the word " + word + " is gone"));
        }
    }

    private static void bounds(JsonNode wide, JsonNode narrow, String at, List<String> faults) {
        for (String fixed : FIXED) {
            if (wide.has(fixed) && !wide.get(fixed).equals(narrow.get(fixed))) {
                faults.add(at + ": the " + fixed + " is another: " + said(wide, narrow, fixed));
            }
        }
        for (String upper : UPPER) {
            if (wide.has(upper) && (!narrow.has(upper) || compared(narrow, wide, upper) > 0)) {
                faults.add(at + ": the " + upper + " is another: " + said(wide, narrow, upper));
            }
        }
        for (String lower : LOWER) {
            if (wide.has(lower) && (!narrow.has(lower) || compared(narrow, wide, lower) < 0)) {
                faults.add(at + ": the " + lower + " is another: " + said(wide, narrow, lower));
            }
        }
    }

    private static int compared(JsonNode one, JsonNode other, String bound) {
        return one.get(bound).decimalValue().compareTo(other.get(bound).decimalValue());
    }

    private void fields(JsonNode wide, JsonNode narrow, String at, List<String> faults) {
        Set<String> always = names(narrow.path("required"));
        names(wide.path("required")).stream()
                .filter(field -> !always.contains(field))
                .forEach(field -> faults.add(at + "/" + field
                        + (!ofAnswers
                                ? ": is required"
                                : narrow.at("/properties/" + field).isMissingNode()
                                        ? ": is gone"
                                        : ": may be absent")));
        for (Map.Entry<String, JsonNode> field : wide.path("properties").properties()) {
            JsonNode other = narrow.path("properties").get(field.getKey());
            if (other != null) {
                compare(field.getValue(), other, at + "/" + field.getKey(), faults);
            } else if (ofAnswers && !names(wide.path("required")).contains(field.getKey())) {
                faults.add(at + "/" + field.getKey() + ": is gone");
            }
        }
        boolean closed = !ofAnswers && wide.path("additionalProperties").isBoolean();
        if (closed) {
            narrow.path("properties").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(field -> !wide.path("properties").has(field))
                    .forEach(field -> faults.add(at + "/" + field + ": is gone"));
        }
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        (type.isArray() ? type : List.of(type)).forEach(one -> types.add(one.asText()));
        types.remove("");
        // Every integer is a number.
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String said(JsonNode wide, JsonNode narrow, String keyword) {
        return narrow.path(keyword) + " on one side and " + wide.path(keyword) + " on the other";
    }

    private static boolean isReference(JsonNode schema) {
        return schema.has("$ref") && schema.size() == 1;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return isReference(schema)
                ? resolved(document, document.at(schema.get("$ref").asText().substring(1)))
                : schema;
    }
}
