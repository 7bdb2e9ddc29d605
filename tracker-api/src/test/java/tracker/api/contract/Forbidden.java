package tracker.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What a request has that the contract does not allow: in its path, its parameters, its headers, its body. */
final class Forbidden {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BATCHED = Pattern.compile("request: /reports/\\d+.*");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ContractChecker checker;

    Forbidden(ContractChecker checker) {
        this.checker = checker;
    }

    List<String> faults(Exchange exchange, String template, JsonNode operation) {
        List<String> faults = new ArrayList<>();
        path(exchange.uri().getRawPath(), template, operation, faults);
        query(exchange, operation, faults);
        headers(exchange, operation, faults);
        body(exchange, operation, faults);
        return faults;
    }

    private void path(String path, String template, JsonNode operation, List<String> faults) {
        String[] given = path.split("/");
        String[] named = template.split("/");
        for (int i = 0; i < named.length; i++) {
            if (named[i].startsWith("{") && named[i].endsWith("}")) {
                String name = named[i].substring(1, named[i].length() - 1);
                String value = decoded(given[i].replace("+", "%2B"));
                parameter(operation, "path", name).ifPresent(of -> value(faults, "path", of, value));
            }
        }
    }

    private void query(Exchange exchange, JsonNode operation, List<String> faults) {
        if (operation.findValues("parameters").stream().anyMatch(this::takesAnything)) {
            return;
        }
        List<String> given = new ArrayList<>();
        for (Map.Entry<String, String> pair : pairs(exchange.uri().getRawQuery())) {
            String name = pair.getKey();
            if (given.contains(name)) {
                faults.add("query parameter " + name + " is given twice");
            }
            given.add(name);
            parameter(operation, "query", name)
                    .ifPresentOrElse(
                            of -> value(faults, "query", of, pair.getValue()),
                            () -> faults.add("query parameter " + name + " is not in the contract"));
        }
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode one = checker.resolved(parameter);
            String name = one.path("name").asText();
            if (one.path("in").asText().equals("query") && one.path("required").asBoolean() && !given.contains(name)) {
                faults.add("query parameter " + name + " is required by the contract, and was not");
            }
        }
    }

    /** An object among the query's parameters stands for any others. */
    private boolean takesAnything(JsonNode parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(checker::resolved)
                .anyMatch(one -> one.path("in").asText().equals("query")
                        && one.at("/schema/type").asText().equals("object"));
    }

    /** What the contract does not name is no affair of its own. */
    private void headers(Exchange exchange, JsonNode operation, List<String> faults) {
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode one = checker.resolved(parameter);
            if (one.path("in").asText().equals("header")) {
                exchange.asked()
                        .apply(one.path("name").asText())
                        .ifPresent(given -> value(faults, "header", one, given));
            }
        }
    }

    private void body(Exchange exchange, JsonNode operation, List<String> faults) {
        JsonNode body = operation.path("requestBody");
        byte[] sent = exchange.sent();
        // What is sent where the contract knows no body says nothing.
        if (sent == null || body.isMissingNode()) {
            return;
        }
        if (sent.length == 0) {
            if (body.path("required").asBoolean() && !body.path("content").has("*/*")) {
                faults.add("a body is required by the contract, and was not");
            }
            return;
        }
        String type = exchange.contentType();
        // What says nothing of its type, or nothing that is a type, is taken for what the route takes.
        if (type == null || !type.contains("/")) {
            return;
        }
        JsonNode form = ContractChecker.form(body.path("content"), type);
        if (form == null) {
            faults.add("a request of " + type + " is not in the contract, yet accepted");
        } else if (!form.path("schema").isEmpty() && ContractChecker.isJson(type)) {
            List<String> found = new ArrayList<>();
            checker.validate(found, "request", form.get("schema"), ContractChecker.parsed(sent, found));
            // What is wrong with one item of a batch is said of that item, and the batch is taken.
            found.removeIf(fault -> operation.path("operationId").asText().equals("reportBatch")
                    && BATCHED.matcher(fault).matches());
            faults.addAll(found);
        } else if (form.has("schema") && type.startsWith(FORM)) {
            checker.validate(faults, "form", form.get("schema"), fields(sent));
        }
    }

    private static JsonNode fields(byte[] form) {
        ObjectNode fields = JSON.createObjectNode();
        for (Map.Entry<String, String> pair : pairs(new String(form, StandardCharsets.ISO_8859_1))) {
            if (fields.has(pair.getKey())) {
                fields.withArray("given twice").add(pair.getKey());
            }
            fields.put(pair.getKey(), pair.getValue());
        }
        return fields;
    }

    private static List<Map.Entry<String, String>> pairs(String encoded) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty() && !pair.startsWith("=")) {
                pairs.add(Map.entry(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private void value(List<String> faults, String in, JsonNode parameter, String value) {
        String what = in + " parameter " + parameter.path("name").asText();
        checker.validate(faults, what, parameter.path("schema"), converted(parameter, value));
    }

    private Optional<JsonNode> parameter(JsonNode operation, String in, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode one = checker.resolved(parameter);
            if (one.path("in").asText().equals(in) && one.path("name").asText().equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static JsonNode converted(JsonNode parameter, String value) {
        String type = parameter.at("/schema/type").asText();
        try {
            boolean isText = !type.equals("integer") && !type.equals("boolean");
            return isText ? TextNode.valueOf(value) : JSON.readTree(value.startsWith("+") ? value.substring(1) : value);
        } catch (JsonProcessingException notOne) {
            return TextNode.valueOf(value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noSuchEscape) {
            return text;
        }
    }
}
