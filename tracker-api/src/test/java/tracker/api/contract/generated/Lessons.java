package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Learns from answers what there is in the tracker, so that later requests find it. */
final class Lessons {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAN = "/api/v1/plans/{plan}";

    /** What answers name elsewhere than in a list of their own: the operation, where in its answer, the field, and what that is of. */
    private record Hint(String operation, String pointer, String field, String template, String variable) {}

    private static final List<Hint> HINTS = List.of(
            new Hint("getPlan", "/goals", "id", PLAN + "/goals/{id}", "id"),
            new Hint("getPlan", "/categories", "id", PLAN + "/categories/{id}", "id"),
            new Hint("getIndustries", "/industries", "id", PLAN + "/industries/{id}", "id"),
            new Hint(
                    "listDeadLetters",
                    "/items",
                    "id",
                    PLAN + "/webhooks/{webhook}/dead-letters/{delivery}",
                    "delivery"),
            new Hint("getProject", "/milestones", "id", PLAN + "/projects/{id}/milestones/{milestone}", "milestone"),
            new Hint("listProblems", "/items", "type", "/problems/{type}", "type"));

    private final List<ApiOperation> operations;
    private final Places places;

    Lessons(List<ApiOperation> operations, Places places) {
        this.operations = operations;
        this.places = places;
    }

    void learn(ApiOperation operation, Map<String, String> place, Reply reply) {
        if (!reply.isSuccess()) {
            return;
        }
        reply.header("Location").ifPresent(this::location);
        reply.header("Tracker-Position").ifPresent(position -> places.word("Tracker-Position", position));
        reply.header("ETag").ifPresent(tag -> places.word("If-None-Match", tag));
        if (reply.isJson()) {
            JsonNode answer = parsed(reply.body());
            if (answer.path("next").isTextual()) {
                places.word(operation.id() + ".cursor", answer.path("next").asText());
            }
            items(operation, place, answer.path("items"));
            for (Hint hint : HINTS) {
                if (hint.operation().equals(operation.id())) {
                    answer.at(hint.pointer()).forEach(one -> learn(hint, place, one));
                }
            }
            for (JsonNode time : answer.findValues("recordedAt")) {
                places.word("date-time", time.textValue());
            }
        }
    }

    private void learn(Hint hint, Map<String, String> place, JsonNode one) {
        Map<String, String> at = own(place, hint.template());
        at.put(hint.variable(), one.path(hint.field()).asText().replaceAll(".*/", ""));
        places.learn(hint.template(), at);
    }

    /** The things in a list have places of their own below it. */
    private void items(ApiOperation operation, Map<String, String> place, JsonNode items) {
        for (ApiOperation below : operations) {
            String rest = below.template().startsWith(operation.template() + "/{")
                    ? below.template().substring(operation.template().length() + 1)
                    : "";
            if (rest.startsWith("{") && rest.indexOf('}') == rest.length() - 1) {
                String variable = rest.substring(1, rest.length() - 1);
                for (JsonNode item : items) {
                    Map<String, String> at = own(place, operation.template());
                    item.fields().forEachRemaining(field -> {
                        if (field.getValue().isTextual()) {
                            at.putIfAbsent(field.getKey(), field.getValue().asText());
                        }
                    });
                    JsonNode named = item.has("groupId")
                            ? item.path("groupId")
                            : item.has(variable) ? item.path(variable) : item.path("id");
                    at.put(variable, named.isObject() ? named.path("zh").asText() : named.asText());
                    if (!named.asText().startsWith("/")) {
                        places.learn(below.template(), at);
                    }
                }
            }
        }
        if (operation.id().equals("listDepartments")) {
            for (JsonNode item : items) {
                String department = item.path("groupId").asText();
                List.of("department", "lead", "assisting").forEach(name -> places.word(name, department));
            }
        }
        if (operation.id().equals("listWarnings")) {
            items.forEach(warning -> warning(place, warning));
        }
        if (operation.id().equals("listPersons")) {
            items.forEach(person -> places.word("personId", person.path("id").asText()));
        }
        if (operation.id().equals("listCheckpoints")) {
            items.forEach(one -> places.word("checkpoint", one.path("note").asText()));
        }
    }

    private void warning(Map<String, String> place, JsonNode warning) {
        String template = PLAN + "/" + warning.path("kind").asText() + "s/{id}/warnings/{rule}";
        Map<String, String> at = own(place, PLAN);
        at.put("id", warning.path("subjectId").asText());
        at.put("rule", warning.path("rule").asText());
        places.learn(template, at);
    }

    private void location(String location) {
        String path = location.replaceAll("^https?://[^/]*|\\?.*$", "");
        for (ApiOperation operation : operations) {
            List<String> variables = Places.variables(operation.template());
            Matcher found = Pattern.compile(operation.template().replaceAll("\\{[^}]*\\}", "([^/]+)"))
                    .matcher(path);
            if (!variables.isEmpty() && found.matches()) {
                Map<String, String> at = new LinkedHashMap<>();
                for (int i = 0; i < variables.size(); i++) {
                    at.put(variables.get(i), URLDecoder.decode(found.group(i + 1), StandardCharsets.UTF_8));
                }
                places.learn(operation.template(), at);
            }
        }
    }

    private static Map<String, String> own(Map<String, String> place, String template) {
        Map<String, String> own = new LinkedHashMap<>(place);
        own.keySet().retainAll(Places.variables(template));
        return own;
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
