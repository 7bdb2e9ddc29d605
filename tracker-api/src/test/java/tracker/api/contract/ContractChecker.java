package tracker.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Forbidden forbidden;

    public ContractChecker(JsonNode document) {
        this.document = document;
        this.validators = new Validators(document);
        this.templates = new Templates(document.path("paths"));
        this.forbidden = new Forbidden(this);
    }

    /** Everything in which the two differ; empty where they do not. */
    public List<String> faults(Exchange exchange) {
        List<String> faults = new ArrayList<>();
        String template = templates.find(exchange.uri().getRawPath()).orElse(null);
        JsonNode operation = operation(template, exchange);
        if (operation == null) {
            undocumented(exchange, faults);
            return faults;
        }
        if (exchange.isAccepted()) {
            faults.addAll(forbidden.faults(exchange, template, operation));
        }
        answer(exchange, operation, faults);
        return faults;
    }

    /** What the contract does not allow in the request, whatever was answered; also where it has no such operation. */
    public List<String> forbidden(Exchange exchange) {
        String template = templates.find(exchange.uri().getRawPath()).orElse(null);
        JsonNode operation = operation(template, exchange);
        return operation == null ? List.of("no such operation") : forbidden.faults(exchange, template, operation);
    }

    private JsonNode operation(String template, Exchange exchange) {
        return template == null
                ? null
                : document.path("paths").get(template).get(exchange.method().toLowerCase(Locale.ROOT));
    }

    /** What the contract does not know is refused. */
    private void undocumented(Exchange exchange, List<String> faults) {
        if (!List.of(400, 401, 404, 405, 413, 429).contains(exchange.status())) {
            faults.add("not in the contract, yet answered " + exchange.status());
        } else if (exchange.body() != null && exchange.body().length > 0) {
            validate(faults, "body", Schemas.ref("Problem"), parsed(exchange.body(), faults));
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

    void validate(List<String> faults, String what, JsonNode schema, JsonNode value) {
        if (value != null) {
            validators.of(schema).validate(value).forEach(fault -> faults.add(what + ": " + fault));
        }
    }

    /** A reference to another part of the document, followed. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    static JsonNode form(JsonNode content, String type) {
        String base = type == null ? "" : type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        JsonNode form = content.get(base);
        return form == null ? content.get("*/*") : form;
    }

    static boolean isJson(String type) {
        return type != null && (type.startsWith("application/json") || type.startsWith("application/problem+json"));
    }

    static JsonNode parsed(byte[] json, List<String> faults) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            faults.add("not JSON: " + malformed.getOriginalMessage());
            return null;
        } catch (NumberFormatException tooLarge) {
            faults.add("a number that nobody can hold");
            return null;
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
