package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Warnings on their way to other systems; each test has indicators and webhooks of its own. */
class WebhookIT extends WebhookScenes {
    @Test
    void aWarningIsToldOfWhenItIsRaisedAndWhenItIsCleared() {
        JsonNode webhook = register(office, receiver, "I01");
        assertThat(webhook.path("secret").asText()).startsWith("whsec_");
        assertThat(webhook.path("state").asText()).isEqualTo("running");
        assertThat(office.get(path(webhook)).toString()).doesNotContain("whsec_");
        assertThat(office.get(WEBHOOKS).toString()).doesNotContain("whsec_").contains(id(webhook));

        behind("I01", "2900");
        acknowledge("I01");
        better("I01", "4990");

        await().until(() -> receiver.taken().size() == 3);
        List<WebhookReceiver.Received> told = receiver.taken();
        assertThat(told)
                .extracting(one -> one.json().path("type").asText())
                .containsExactly("warning-raised", "warning-acknowledged", "warning-cleared");
        assertThat(told).allSatisfy(one -> {
            assertThat(one.signaturesBy(webhook.path("secret").asText())).isEqualTo(1);
            assertThat(Long.parseLong(one.timestamp()))
                    .isBetween(
                            Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        });
        JsonNode raised = told.get(0).json();
        JsonNode event = eventsOf("indicator/I01", "WarningRaised").stream()
                .filter(one -> one.at("/data/rule").asText().equals("behind"))
                .findFirst()
                .orElseThrow();
        assertThat(raised.path("plan").asText()).isEqualTo("changsha-hitech-14fyp");
        assertThat(raised.path("position")).isEqualTo(event.path("position"));
        assertThat(raised.path("event")).isEqualTo(event.path("id"));
        assertThat(raised.path("timestamp")).isEqualTo(event.path("recordedAt"));
        assertThat(raised.at("/subject/name/zh").asText()).isEqualTo("企业总收入");
        assertThat(raised.at("/subject/name/en").asText()).isEqualTo("Total enterprise revenue");
        assertThat(raised.at("/warning/state").asText()).isEqualTo("open");
        assertThat(raised.at("/warning/acknowledgement").isNull()).isTrue();
        assertThat(told.get(1).json().at("/warning/acknowledgement/note").asText())
                .isEqualTo("已知悉");
        JsonNode shown = office.get(TestClient.PLAN + "/warnings?subject=indicator/I01&rule=behind")
                .json()
                .at("/items/0");
        assertThat(told.get(2).json().path("warning"))
                .as("as the list of warnings shows it")
                .isEqualTo(shown);

        JsonNode state = state(webhook);
        assertThat(state.path("delivered").intValue()).isEqualTo(3);
        assertThat(state.path("failed").intValue()).isZero();
        assertThat(state.at("/lastDelivery/status").intValue()).isEqualTo(204);
        assertThat(state.path("position")).isEqualTo(told.get(2).json().path("position"));
        JsonNode deliveries = office.get(path(webhook) + "/deliveries").json().path("items");
        assertThat(deliveries).hasSize(3);
        assertThat(deliveries.at("/0/id").asText()).isEqualTo(told.get(2).id());
        assertThat(secretsOnDisk(webhook.path("secret").asText())).isEmpty();
    }

    @Test
    void itIsTriedAgainUntilTheReceiverRecoversAndTheOrderStays() {
        JsonNode webhook = register(office, receiver, "I02");
        receiver.answers(503);
        behind("I02", "1050");
        better("I02", "2490");
        await().until(() -> receiver.received().size() >= 2);
        await().until(() -> state(webhook).path("state").asText().equals("retrying"));
        assertThat(state(webhook).at("/pending/attempts").intValue()).isPositive();
        assertThat(state(webhook).at("/lastDelivery/status").intValue()).isEqualTo(503);
        receiver.answers(200);

        await().until(() -> receiver.taken().size() == 2);
        assertThat(receiver.received().stream()
                        .map(WebhookReceiver.Received::id)
                        .distinct())
                .as("one id a message, however often it comes")
                .hasSize(2);
        assertThat(types(receiver.taken())).containsExactly("warning-raised", "warning-cleared");
        await().until(() -> state(webhook).path("state").asText().equals("running"));
    }

    @Test
    void whatIsGivenUpOnWaitsAmongTheDeadLettersAndCanBeSentAgain() {
        JsonNode webhook = register(office, receiver, "I03");
        receiver.answers(422);
        behind("I03", "320");
        await().until(() -> deadLetters(webhook).size() == 1);
        assertThat(receiver.received()).hasSize(1);
        receiver.answers(500);
        better("I03", "479");
        await().until(() -> deadLetters(webhook).size() == 2);
        assertThat(receiver.received()).as("one, and then all attempts").hasSize(6);
        JsonNode first = deadLetters(webhook).get(0);
        assertThat(first.path("status").intValue()).isEqualTo(422);
        assertThat(first.path("attempts").intValue()).isEqualTo(1);
        assertThat(deadLetters(webhook).get(1).path("attempts").intValue()).isEqualTo(5);

        receiver.answers(200);
        String letters = path(webhook) + "/dead-letters";
        assertThat(office.post(letters + "/" + first.path("id").asText() + "/redelivery", "")
                        .status())
                .isEqualTo(202);
        await().until(() -> deadLetters(webhook).size() == 1);
        TestClient.Answer all = office.post(letters + "/redelivery", "", "Idempotency-Key", "all-of-I03");
        assertThat(all.json().path("messages").intValue()).isEqualTo(1);
        await().until(() -> deadLetters(webhook).isEmpty());
        assertThat(types(receiver.taken())).containsExactly("warning-raised", "warning-cleared");
        assertThat(receiver.taken().get(0).id()).isEqualTo(first.path("id").asText());
        assertThat(office.post(letters + "/" + first.path("id").asText() + "/redelivery", "")
                        .json()
                        .path("type")
                        .asText())
                .isEqualTo("/problems/unknown-delivery");
        assertThat(office.post(letters + "/redelivery", "", "Idempotency-Key", "all-of-I03")
                        .json())
                .isEqualTo(all.json());
    }

    @Test
    void aReceiverThatIsGoneIsLeftAloneUntilSomebodySeesToIt() {
        JsonNode webhook = register(office, receiver, "I04");
        receiver.answers(410);
        behind("I04", "130");
        await().until(() -> state(webhook).path("state").asText().equals("gone"));
        better("I04", "199");
        receiver.answers(200);
        assertThat(deadLetters(webhook)).isEmpty();
        assertThat(receiver.received()).hasSize(1);

        TestClient.Answer stale = office.put(path(webhook), wish(receiver, "I04"), "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("currentVersion").intValue()).isEqualTo(1);
        TestClient.Answer changed = office.put(path(webhook), wish(receiver, "I04"), "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        await().until(() -> receiver.taken().size() == 2);
        assertThat(types(receiver.taken())).containsExactly("warning-raised", "warning-cleared");
        assertThat(receiver.taken().get(0).id())
                .isEqualTo(receiver.received().get(0).id());
    }

    @Test
    void whatWasSentIsSentAgainFromAPositionOrATime() {
        JsonNode webhook = register(office, receiver, "I05");
        behind("I05", "1500");
        await().until(() -> receiver.taken().size() == 1);
        better("I05", "3490");
        await().until(() -> receiver.taken().size() == 2);
        JsonNode cleared = receiver.taken().get(1).json();

        replay(webhook, cleared.path("position").toString());
        await().until(() -> receiver.taken().size() == 3);
        assertThat(receiver.taken().get(2).id())
                .isEqualTo(receiver.taken().get(1).id());
        assertThat(receiver.taken().get(2).body())
                .isEqualTo(receiver.taken().get(1).body());

        replay(webhook, receiver.taken().get(0).json().path("timestamp").toString());
        await().until(() -> receiver.taken().size() == 5);
        assertThat(receiver.taken().subList(3, 5))
                .extracting(WebhookReceiver.Received::id)
                .containsExactly(
                        receiver.taken().get(0).id(), receiver.taken().get(1).id());
        assertThat(office.post(path(webhook) + "/replay", "{\"from\":\"yesterday\"}")
                        .status())
                .isEqualTo(422);
        assertThat(office.post(path(webhook) + "/replay", "{\"from\":0}").status())
                .isEqualTo(422);
    }

    @Test
    void aNewSecretIsUsedBesideTheOldOneForAWhile() {
        JsonNode webhook = register(office, receiver, "I06");
        String old = webhook.path("secret").asText();
        TestClient.Answer rotated = office.post(path(webhook) + "/secret", "", "Idempotency-Key", "rotate-I06");
        String fresh = rotated.json().path("secret").asText();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        TestClient.Answer again = office.post(path(webhook) + "/secret", "", "Idempotency-Key", "rotate-I06");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.toString()).doesNotContain("whsec_");

        JsonNode ping = office.post(path(webhook) + "/test", "").json();
        assertThat(ping.path("outcome").asText()).isEqualTo("delivered");
        WebhookReceiver.Received message = receiver.taken().get(0);
        assertThat(message.json().path("type").asText()).isEqualTo("ping");
        assertThat(message.id()).isEqualTo(ping.path("id").asText());
        assertThat(message.signature().split(" ")).hasSize(2);
        assertThat(message.signaturesBy(old)).isEqualTo(1);
        assertThat(message.signaturesBy(fresh)).isEqualTo(1);
        receiver.answers(404);
        JsonNode failed = office.post(path(webhook) + "/test", "").json();
        assertThat(failed.path("outcome").asText()).isEqualTo("given-up");
        assertThat(failed.path("status").intValue()).isEqualTo(404);
    }

    @Test
    void aReceiverThatHangsHoldsUpNobodyElse() {
        try (WebhookReceiver other = new WebhookReceiver()) {
            receiver.hangs();
            JsonNode slow = register(office, receiver, "I07");
            register(office, other, "I07");
            behind("I07", "152");
            await().until(() -> !receiver.received().isEmpty());
            better("I07", "249");

            await().atMost(Duration.ofSeconds(3)).until(() -> other.taken().size() == 2);
            await().until(() -> state(slow).at("/lastDelivery/reason").asText().equals("timeout"));
            receiver.released();
            await().until(() -> types(receiver.taken()).contains("warning-cleared"));
        }
    }
}
