package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tracker.api.http.Answers;
import tracker.api.http.Operation;
import tracker.api.http.Operation.Trait;

/** The schemas of what one route answers with. */
final class Bodies {
    private static final String WRITTEN = "Written";
    private final Schemas schemas;
    private final AnswerSchemas views;
    private final AnswerSchemas events;
    private final Derived derived;

    Bodies(Schemas schemas, Nullables nullables) {
        this.schemas = schemas;
        this.views = new AnswerSchemas(schemas, nullables, false);
        this.events = new AnswerSchemas(schemas, nullables, true);
        this.derived = new Derived(schemas);
    }

    ObjectNode view(Class<?> type) {
        return views.of(type, void.class);
    }

    /** Null where the answer is no JSON. */
    ObjectNode of(Route route, Operation operation, Answers answer) {
        Class<?> type = answer.type();
        if (type == void.class) {
            return null;
        }
        String name = TypeNames.of(type);
        if (name.equals(WRITTEN)) {
            return written(route.named(operation.value()), answer);
        }
        ObjectNode whole = name.equals("Event") ? event(type) : views.of(type, answer.of());
        if (answer.published()) {
            whole = derived.published(whole);
        }
        boolean chooses = Arrays.asList(operation.traits()).contains(Trait.FIELDS);
        if (!answer.page()) {
            return chooses ? either(whole, derived.chosen(whole)) : whole;
        }
        ObjectNode head = answer.head() == void.class ? null : views.inline(answer.head());
        ObjectNode page = page(whole, head);
        return chooses ? either(page, page(derived.chosen(whole), head)) : page;
    }

    private ObjectNode page(ObjectNode item, ObjectNode head) {
        return schemas.named(Schemas.name(item) + "Page", () -> Schemas.page(item, head));
    }

    /** Which of the two it is, the request says: only one that asks for fields gets the other. */
    private static ObjectNode either(ObjectNode whole, ObjectNode chosen) {
        return Schemas.anyOf(List.of(whole, chosen)).put(Contract.CHOSEN_BY_FIELDS, true);
    }

    /** The state that a write answers with is a view that is written already: its serializer knows only text. */
    private ObjectNode written(String operationId, Answers answer) {
        List<Class<?>> states = new ArrayList<>(List.of(answer.state()));
        boolean always = !states.isEmpty() && !states.remove(void.class);
        String name = states.isEmpty()
                ? WRITTEN
                : WRITTEN
                        + (states.size() == 1
                                ? TypeNames.of(states.get(0))
                                : Character.toUpperCase(operationId.charAt(0)) + operationId.substring(1));
        ObjectNode plain = views.inline(answer.type());
        return schemas.named(name, () -> {
            ObjectNode properties = (ObjectNode) plain.get("properties");
            properties.remove("state");
            if (!states.isEmpty()) {
                properties.set(
                        "state", Schemas.anyOf(states.stream().map(this::view).toList()));
            }
            List<String> required = new ArrayList<>(List.of("version", "position", "recordedAt", "eventIds"));
            if (always) {
                required.add("state");
            }
            return Schemas.closed(properties, required);
        });
    }

    /** The type says which fact the data are. */
    private ObjectNode event(Class<?> type) {
        ObjectNode event = events.of(type, void.class);
        ObjectNode schema = schemas.resolved(event);
        if (!schema.has("allOf")) {
            List<JsonNode> facts = new ArrayList<>();
            schemas.resolved(schema.at("/properties/data")).path("anyOf").forEach(facts::add);
            ((ObjectNode) schema.get("properties"))
                    .set("type", Schemas.words(facts.stream().map(Schemas::name).toList()));
            for (JsonNode fact : facts) {
                ObjectNode pair = schema.withArray("allOf").addObject();
                pair.putObject("if").putObject("properties").putObject("type").put("const", Schemas.name(fact));
                pair.putObject("then").putObject("properties").set("data", fact);
            }
        }
        return event;
    }
}
