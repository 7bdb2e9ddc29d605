package tracker.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds what went over the wire against the contract: whatever is answered must be answered as it says, and what is accepted it must allow. */
public final class ContractChecker {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode document;
    private final Validators validators;
    private final Templates templates;

    public ContractChecker(JsonNode document) {
        this.document = document;
        this.validators = new Validators(document);
        this.templates = new Templates(document.path("paths"));
    }

    /** Everything in which the two differ; empty where they do not. */
    public List<String> faults(Exchange exchange) {
        List<String> faults = new ArrayList<>();
        String path = exchange.uri().getRawPath();
        JsonNode item = templates.find(path).map(document.path("paths")::get).orElse(null);
        JsonNode operation = item == null ? null : item.get(exchange.method().toLowerCase(Locale.ROOT));
        if (operation == null) {
            undocumented(exchange, faults);
            return faults;
        }
        if (exchange.isAccepted()) {
            query(exchange, operation, faults);
            request(exchange, operation, faults);
        }
        answer(exchange, operation, faults);
        return faults;
    }

    /** What the contract does not know is refused. */
    private void undocumented(Exchange exchange, List<String> faults) {
        if (!List.of(401, 404, 405, 429).contains(exchange.status())) {
            faults.add("not in the contract, yet answered " + exchange.status());
        } else if (exchange.body() != null && exchange.body().length > 0) {
            validate(faults, "body", Schemas.ref("Problem"), parsed(exchange.body(), faults));
        }
    }

    private void query(Exchange exchange, JsonNode operation, List<String> faults) {
        List<String> given = new ArrayList<>();
        String query = exchange.uri().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            given.add(name);
            JsonNode parameter = parameter(operation, "query", name);
            if (parameter == null) {
                faults.add("query parameter " + name + " is not in the contract");
            } else {
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                validate(faults, "query parameter " + name, parameter.path("schema"), converted(parameter, value));
            }
        }
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode one = resolved(parameter);
            if (one.path("in").asText().equals("query")
                    && one.path("required").asBoolean()
                    && !given.contains(one.path("name").asText())) {
                faults.add(
                        "query parameter " + one.path("name").asText() + " is required by the contract, and was not");
            }
        }
    }

    private JsonNode parameter(JsonNode operation, String in, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode one = resolved(parameter);
            if (one.path("in").asText().equals(in) && one.path("name").asText().equals(name)) {
                return one;
            }
        }
        return null;
    }

    private static JsonNode converted(JsonNode parameter, String value) {
        String type = parameter.at("/schema/type").asText();
        try {
            return type.equals("integer") || type.equals("boolean") ? JSON.readTree(value) : TextNode.valueOf(value);
        } catch (JsonProcessingException notOne) {
            return TextNode.valueOf(value);
        }
    }

    private void request(Exchange exchange, JsonNode operation, List<String> faults) {
        JsonNode body = operation.path("requestBody");
        if (exchange.sent() == null) {
            return;
        }
        if (exchange.sent().length == 0) {
            if (body.path("required").asBoolean() && !body.path("content").has("*/*")) {
                faults.add("a body is required by the contract, and was not");
            }
            return;
        }
        JsonNode form = form(body.path("content"), exchange.contentType());
        if (form == null) {
            faults.add("a request of " + exchange.contentType() + " is not in the contract, yet accepted");
        } else if (form.has("schema") && isJson(exchange.contentType())) {
            validate(faults, "request", form.get("schema"), parsed(exchange.sent(), faults));
        }
    }

    private void answer(Exchange exchange, JsonNode operation, List<String> faults) {
        JsonNode found = operation.path("responses").get(String.valueOf(exchange.status()));
        if (found == null) {
            faults.add("status " + exchange.status() + " is not in the contract");
            return;
        }
        JsonNode answer = resolved(found);
        answer.path("headers").fields().forEachRemaining(header -> exchange.headers()
                .apply(header.getKey())
                .ifPresentOrElse(
                        value -> validate(
                                faults,
                                "header " + header.getKey(),
                                resolved(header.getValue()).path("schema"),
                                TextNode.valueOf(value)),
                        () -> faults.add("header " + header.getKey() + " is missing")));
        boolean isHead = exchange.method().equals("HEAD");
        byte[] body = exchange.body();
        String type = exchange.headers().apply("Content-Type").orElse(null);
        if (isHead || !answer.has("content")) {
            if (body != null && body.length > 0) {
                faults.add("a body where the contract has none");
            }
            return;
        }
        JsonNode form = form(answer.get("content"), type);
        if (form == null) {
            faults.add("content type " + type + " is not in the contract");
        } else if (form.has("schema") && isJson(type) && body != null) {
            JsonNode schema = form.get("schema");
            boolean chosen = String.valueOf(exchange.uri().getRawQuery()).contains("fields=");
            boolean isWhole = schema.path(Contract.CHOSEN_BY_FIELDS).asBoolean() && !chosen;
            validate(faults, "body", isWhole ? schema.at("/anyOf/0") : schema, parsed(body, faults));
        }
    }

    private void validate(List<String> faults, String what, JsonNode schema, JsonNode value) {
        if (value != null) {
            validators.of(schema).validate(value).forEach(fault -> faults.add(what + ": " + fault));
        }
    }

    /** A reference to another part of the document, followed. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode form(JsonNode content, String type) {
        String base = type == null ? "" : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        JsonNode form = content.get(base);
        return form == null ? content.get("*/*") : form;
    }

    private static boolean isJson(String type) {
        return type != null && (type.startsWith("application/json") || type.startsWith("application/problem+json"));
    }

    private static JsonNode parsed(byte[] json, List<String> faults) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            faults.add("not JSON: " + malformed.getOriginalMessage());
            return null;
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
