package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tracker.api.contract.Contract;
import tracker.api.contract.Examples;

/** The contract's examples are sent as they stand there, and answered as it says; and the fields that each route reads are those that it names. */
class ExamplesIT extends RunningTracker {
    private final JsonNode contract = Contract.served();
    private final Map<String, String> kept = new HashMap<>();

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @Test
    void everyExampleIsAnsweredAsTheContractSays() {
        List<String> differing = new ArrayList<>();
        for (Examples.Example example : Examples.all()) {
            if (example.media().equals("application/json")) {
                differing.addAll(unlikeItsSchema(example));
            }
            TestClient.Answer answer = send(example, example.body());
            if (answer.status() != example.status()) {
                differing.add(example.operationId() + " " + example.name() + ": " + answer);
            }
            example.keep()
                    .ifPresent(name -> kept.put(name, answer.header("Location").replaceAll(".*/", "")));
        }
        assertThat(differing).isEmpty();
    }

    /** A field that nobody knows is put into each object of the body: the refusal says which ones are known there. */
    private List<String> unlikeItsSchema(Examples.Example example) {
        List<String> differing = new ArrayList<>();
        for (String pointer : Examples.objects(example.body())) {
            JsonNode body = example.body().deepCopy();
            ((ObjectNode) body.at(pointer)).put("x-unknown", 1);
            JsonNode refused = send(example, body).json();
            String message = "";
            for (JsonNode error : refused.path("errors")) {
                if (error.path("pointer").asText().equals(pointer + "/x-unknown")) {
                    message = error.path("message").asText();
                }
            }
            SortedSet<String> read = new TreeSet<>(
                    List.of(message.replaceAll(".*there are |\\.$", "").split(", ")));
            read.remove("x-unknown");
            SortedSet<String> named = Examples.fields(contract, example, pointer);
            if (!named.containsAll(read)) {
                differing.add(example.operationId() + pointer + " reads " + read + ", the contract names " + named
                        + ": " + refused);
            }
        }
        return differing;
    }

    private TestClient.Answer send(Examples.Example example, JsonNode body) {
        String path = example.path(contract, kept);
        TestClient client = example.as().isEmpty() ? TestClient.anonymous(tracker.port()) : client(example.as());
        if (example.media().equals("application/json")) {
            String json = example.take().isPresent() ? withCheckpoint(body) : body.toString();
            return example.method(contract).toUpperCase(Locale.ROOT).equals("PUT")
                    ? client.put(path, json)
                    : client.post(path, json);
        }
        String media = example.media().equals("*/*") ? "text/plain" : example.media();
        byte[] file =
                example.take().map(this::file).orElseGet(() -> body.asText().getBytes(StandardCharsets.UTF_8));
        return client.postStream(path, HttpRequest.BodyPublishers.ofByteArray(file), "Content-Type", media);
    }

    private byte[] file(String name) {
        return switch (name) {
            case "plan" -> PlanArchive.simulated("another-plan");
            case "archive" -> client("auditor").get("/api/v1/audit/archive").bytes();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The body with the checkpoint in it that this installation has: a signature that others made would not do. */
    private String withCheckpoint(JsonNode body) {
        JsonNode note = client("auditor")
                .get(TestClient.PLAN + "/audit/checkpoints")
                .json()
                .at("/items/0/note");
        return ((ObjectNode) body.deepCopy()).set("checkpoint", note).toString();
    }
}
