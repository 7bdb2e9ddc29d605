package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Validators of the schemas in a document, each made once. */
final class Validators {
    private static final String BASE = "https://contract.invalid/openapi.json";
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonSchemaFactory factory;
    private final Map<JsonNode, JsonSchema> made = new ConcurrentHashMap<>();

    Validators(JsonNode document) {
        String text = document.toString();
        factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(BASE, text))));
    }

    JsonSchema of(JsonNode schema) {
        return made.computeIfAbsent(schema, this::make);
    }

    private JsonSchema make(JsonNode schema) {
        JsonNode absolute = schema.deepCopy();
        point(absolute);
        return factory.getSchema(
                SchemaLocation.of(BASE + "/" + Integer.toHexString(schema.hashCode())), absolute, CONFIG);
    }

    /** References within the document are to be found from outside of it. */
    private static void point(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith("#")) {
            object.put("$ref", BASE + object.get("$ref").asText());
        }
        node.forEach(Validators::point);
    }
}
