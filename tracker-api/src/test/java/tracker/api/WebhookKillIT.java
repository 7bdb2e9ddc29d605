package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the whole JVM while a message is under way and others wait. */
class WebhookKillIT {
    private static final String[] SETTINGS = {
        "tracker.webhooks.allow-http=true",
        "tracker.webhooks.allowed-hosts=localhost",
        "tracker.webhooks.answer-timeout=30s",
        "tracker.webhooks.first-retry=200ms"
    };

    @Test
    void nothingIsLostAndWhatComesTwiceHasOneId(@TempDir Path data) {
        int port = TrackerProcess.freePort();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String path;
            String secret;
            try (TrackerProcess tracker = TrackerProcess.start(data, port, SETTINGS)) {
                TestClient office = TestClient.of(port, data, "planning-office");
                JsonNode webhook = office.post(
                                TestClient.PLAN + "/webhooks",
                                "{\"url\":\"%s\",\"filter\":{\"rules\":[\"behind\"]}}".formatted(receiver.url()))
                        .json();
                path = TestClient.PLAN + "/webhooks/" + webhook.path("id").asText();
                secret = webhook.path("secret").asText();
                report(office, "I01", "2900");
                await().until(() -> receiver.taken().size() == 1);
                await().until(() -> office.get(path).json().path("delivered").intValue() == 1);
                receiver.hangs();
                report(office, "I02", "1050");
                await().until(() -> receiver.received().size() == 2);
                report(office, "I03", "320");
                report(office, "I04", "130");
                tracker.kill();
            }
            receiver.released();

            try (TrackerProcess again = TrackerProcess.start(data, port, SETTINGS)) {
                TestClient office = TestClient.of(port, data, "planning-office");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> office.get(path).json().path("delivered").intValue() == 4);
                assertThat(again.console()).doesNotContain(secret, receiver.url());
            }
            List<WebhookReceiver.Received> received = receiver.received();
            Map<String, List<String>> ids = received.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.json().path("subject").path("id").asText(),
                            Collectors.mapping(WebhookReceiver.Received::id, Collectors.toList())));
            assertThat(ids.keySet()).containsExactlyInAnyOrder("I01", "I02", "I03", "I04");
            assertThat(ids.get("I01"))
                    .as("what was written down is not sent again")
                    .hasSize(1);
            assertThat(ids.get("I02")).hasSize(2).containsOnly(ids.get("I02").get(0));
            assertThat(received)
                    .allSatisfy(one -> assertThat(one.signaturesBy(secret)).isEqualTo(1));
            assertThat(received)
                    .extracting(one -> one.json().path("position").longValue())
                    .as("in the log's order, but for the one that came twice")
                    .isSorted();
        }
    }

    private static void report(TestClient office, String indicator, String value) {
        TestClient.Answer answer = office.post(
                TestClient.PLAN + "/indicators/" + indicator + "/reports",
                "{\"period\":\"2022\",\"value\":%s,\"unit\":\"亿元\"}".formatted(value));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }
}
