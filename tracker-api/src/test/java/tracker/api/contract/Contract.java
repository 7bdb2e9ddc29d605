package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tracker.api.export.ExportFormat;
import tracker.api.words.Language;
import tracker.streams.domain.plan.WarningRule;

/** The contract as a document: made from the code, written as YAML, read again. */
public final class Contract {
    /** On a schema that is one of two: the second is the answer only to who asks for {@code fields}. */
    static final String CHOSEN_BY_FIELDS = "x-chosen-by-fields";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private Contract() {}

    /** What is served at /openapi.yml. */
    public static JsonNode served() {
        return read("/openapi.yml");
    }

    /** A document as it was sent. */
    public static JsonNode parsed(byte[] yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static JsonNode read(String resource) {
        try (InputStream in = Contract.class.getResourceAsStream(resource)) {
            return YAML.readTree(in);
        } catch (IOException cause) {
            throw new UncheckedIOException(resource, cause);
        }
    }

    static String written(JsonNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** From the routes, the types that they answer with, and the words beside. */
    static ObjectNode generated() {
        Schemas schemas = new Schemas();
        Nullables nullables = new Nullables(Words.read("nullable.yml"));
        Operations operations = new Operations(schemas, nullables);
        // Parameters name these, and some only they.
        for (Class<?> type : List.of(WarningRule.class, ExportFormat.class, Language.class)) {
            AnswerSchemas.constants(schemas, type);
        }
        AnswerSchemas.period(schemas);
        ObjectNode document = Schemas.object().put("openapi", "3.1.0");
        document.setAll((ObjectNode) Words.read("head.yml"));
        Words.read("tags.yml").fields().forEachRemaining(tag -> document.withArray("tags")
                .addObject()
                .put("name", tag.getKey())
                .put("description", Parts.both(tag.getValue())));
        ObjectNode paths = document.putObject("paths");
        for (Route route : Route.all()) {
            ObjectNode path = paths.withObjectProperty(route.path());
            String method = route.method().toLowerCase(Locale.ROOT);
            ObjectNode operation = operations.of(route);
            path.set(method, path.has(method) ? merged((ObjectNode) path.get(method), operation) : operation);
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.all());
        components.setAll(operations.components());
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "tracker-session")
                .put("description", "在 /login 登录后的会话 · The session of who has signed in at /login");
        schemes.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "本系统的令牌 · A token of this installation");
        List<String> unused = new ArrayList<>(operations.unused());
        unused.addAll(nullables.unused());
        if (!unused.isEmpty()) {
            throw new IllegalStateException("said of nothing that there is: " + unused);
        }
        return document;
    }

    /** Two routes at one place that differ in what they take are one operation. */
    private static ObjectNode merged(ObjectNode one, ObjectNode other) {
        ObjectNode body = (ObjectNode) one.get("requestBody");
        other.at("/requestBody/content").fields().forEachRemaining(form -> body.withObjectProperty("content")
                .set(form.getKey(), form.getValue()));
        body.put(
                "required",
                body.path("required").asBoolean()
                        && other.at("/requestBody/required").asBoolean());
        JsonNode mine = one.at("/responses/200/content/application~1json/schema");
        JsonNode its = other.at("/responses/200/content/application~1json/schema");
        if (mine.path("anyOf").size() < its.path("anyOf").size()) {
            ((ObjectNode) one.at("/responses/200/content/application~1json")).set("schema", its);
        }
        return one;
    }
}
