package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A tracker that may send to this machine, and what is done with webhooks there. */
abstract class WebhookScenes extends RunningTracker {
    static final String WEBHOOKS = TestClient.PLAN + "/webhooks";

    final List<String> made = new ArrayList<>();
    WebhookReceiver receiver;

    @Override
    Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("tracker.webhooks.allow-http", true),
                Map.entry("tracker.webhooks.allowed-hosts", "localhost"),
                Map.entry("tracker.webhooks.connect-timeout", "1s"),
                Map.entry("tracker.webhooks.answer-timeout", "1s"),
                Map.entry("tracker.webhooks.attempts", 5),
                Map.entry("tracker.webhooks.first-retry", "100ms"),
                Map.entry("tracker.webhooks.longest-retry", "800ms"),
                Map.entry("tracker.webhooks.per-plan", 8));
    }

    @BeforeEach
    void open() {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        made.forEach(path -> office.delete(path));
        made.clear();
        receiver.close();
    }

    JsonNode register(TestClient by, WebhookReceiver at, String indicator) {
        TestClient.Answer answer = by.post(WEBHOOKS, wish(at, indicator));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(path(answer.json()));
        made.add(answer.header("Location"));
        return answer.json();
    }

    static String wish(WebhookReceiver at, String indicator) {
        return indicator == null
                ? "{\"url\":\"%s\"}".formatted(at.url())
                : "{\"url\":\"%s\",\"filter\":{\"subject\":\"indicator/%s\",\"rules\":[\"behind\"]}}"
                        .formatted(at.url(), indicator);
    }

    void behind(String indicator, String value) {
        written(report(indicator, "2022", value, unit(indicator)));
    }

    void better(String indicator, String value) {
        written(office.post(
                indicator(indicator) + "/reports/2022/correction",
                "{\"value\":%s,\"unit\":\"%s\",\"reason\":\"核实\"}".formatted(value, unit(indicator))));
    }

    void acknowledge(String indicator) {
        written(office.post(indicator(indicator) + "/warnings/behind/acknowledgement", "{\"note\":\"已知悉\"}"));
    }

    String unit(String indicator) {
        return office.get(indicator(indicator)).json().path("unit").asText();
    }

    static void written(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    }

    void replay(JsonNode webhook, String from) {
        TestClient.Answer answer = office.post(path(webhook) + "/replay", "{\"from\":%s}".formatted(from));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    JsonNode state(JsonNode webhook) {
        return office.get(path(webhook)).json();
    }

    JsonNode deadLetters(JsonNode webhook) {
        return office.get(path(webhook) + "/dead-letters").json().path("items");
    }

    String code(String url) {
        JsonNode problem =
                office.post(WEBHOOKS, "{\"url\":\"%s\"}".formatted(url)).json();
        return problem.at("/errors/0/pointer").asText() + " "
                + problem.at("/errors/0/code").asText();
    }

    static List<String> types(List<WebhookReceiver.Received> messages) {
        return messages.stream()
                .map(one -> one.json().path("type").asText())
                .distinct()
                .toList();
    }

    static String id(JsonNode webhook) {
        return webhook.path("id").asText();
    }

    static String path(JsonNode webhook) {
        return WEBHOOKS + "/" + id(webhook);
    }

    /** Where the secret, in whatever form it is told or used, stands in what the broker and the streams keep. */
    List<String> secretsOnDisk(String secret) {
        String bare = secret.substring("whsec_".length());
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.resolve("files")))
                    .filter(file -> read(file).contains(bare))
                    .map(Path::toString)
                    .toList();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }
}
