package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is made of a view's schema: what the public sees of it, and what {@code fields} chooses from it. */
final class Derived {
    /** As {@code PublishedViews} has it: what is for the administration alone. */
    private static final Map<String, Set<String>> UNPUBLISHED = Map.of(
            "PlanView", Set.of("supervision", "warnings", "thresholds", "departments"),
            "IndicatorView", Set.of("warnings"),
            "ProjectView", Set.of("warnings"),
            "TaskView", Set.of("warnings", "latestNote"),
            "Responsibility", Set.of("measures", "provisional"),
            "FeedbackStateAnswer", Set.of("by"),
            "MilestoneView", Set.of("note"));

    /** What a plan may publish or not. */
    private static final Set<String> PERHAPS =
            Set.of("goals", "projects", "projectStatuses", "categories", "investment", "tasks");

    private final Schemas schemas;

    Derived(Schemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode published(ObjectNode view) {
        return each(view, "Published", (name, schema) -> {
            Set<String> unpublished = UNPUBLISHED.getOrDefault(name, Set.of());
            ((ObjectNode) schema.get("properties")).remove(unpublished);
            keepRequired(
                    schema,
                    field -> !unpublished.contains(field) && !(name.equals("PlanView") && PERHAPS.contains(field)));
            ((ObjectNode) schema.get("properties"))
                    .fields()
                    .forEachRemaining(property ->
                            property.setValue(inner(property.getValue(), this::isPublishedOtherwise, this::published)));
        });
    }

    private boolean isPublishedOtherwise(JsonNode ref) {
        return UNPUBLISHED.containsKey(Schemas.name(ref));
    }

    /** Every field of an object may be left out, down to any depth; lists are chosen whole. */
    ObjectNode chosen(ObjectNode view) {
        return each(view, "Chosen", (name, schema) -> {
            schema.remove("required");
            ((ObjectNode) schema.get("properties")).fields().forEachRemaining(property -> {
                if (!property.getValue().path("type").asText().equals("array")) {
                    property.setValue(inner(property.getValue(), this::isObject, this::chosen));
                }
            });
        });
    }

    private boolean isObject(JsonNode ref) {
        return schemas.resolved(ref).has("properties");
    }

    private interface Change {
        void on(String name, ObjectNode schema);
    }

    private ObjectNode each(ObjectNode view, String prefix, Change change) {
        String name = Schemas.name(view);
        ObjectNode whole = schemas.resolved(view);
        return schemas.named(prefix + name, () -> {
            ObjectNode copy = whole.deepCopy();
            change.on(name, copy);
            return copy;
        });
    }

    private interface Test {
        boolean of(JsonNode ref);
    }

    private interface Make {
        ObjectNode of(ObjectNode ref);
    }

    /** The schema with the references within it that pass the test put through {@code make}. */
    private JsonNode inner(JsonNode schema, Test test, Make make) {
        if (schema.has("$ref")) {
            return test.of(schema) ? make.of((ObjectNode) schema) : schema;
        }
        ObjectNode copy = schema.deepCopy();
        if (copy.has("items")) {
            copy.set("items", inner(copy.get("items"), test, make));
        }
        if (copy.has("anyOf")) {
            ArrayNode either = copy.putArray("anyOf");
            schema.get("anyOf").forEach(one -> either.add(inner(one, test, make)));
        }
        return copy;
    }

    private static void keepRequired(ObjectNode schema, Predicate<String> kept) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        ArrayNode left = schema.putArray("required");
        required.stream().filter(kept).forEach(left::add);
    }
}
