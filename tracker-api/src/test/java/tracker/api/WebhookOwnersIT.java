package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose webhooks are whose, where they may lead, and how many there may be. */
class WebhookOwnersIT extends WebhookScenes {
    @Test
    void aDepartmentHasItsOwnWebhooksAndIsToldOfItsOwnSubjects() {
        TestClient economy = client("department:economy");
        TestClient construction = client("department:construction");
        try (WebhookReceiver builders = new WebhookReceiver()) {
            JsonNode theirs = register(construction, builders, null);
            JsonNode mine = register(economy, receiver, "I08");
            assertThat(mine.path("department").asText()).isEqualTo("economy");
            assertThat(ids(economy.get(WEBHOOKS).json())).contains(id(mine)).doesNotContain(id(theirs));
            assertThat(ids(office.get(WEBHOOKS).json())).contains(id(mine), id(theirs));
            for (String part : List.of("", "/deliveries", "/dead-letters")) {
                assertThat(economy.get(path(theirs) + part).status()).isEqualTo(404);
            }
            assertThat(economy.put(path(theirs), wish(receiver, null)).status()).isEqualTo(404);
            assertThat(economy.delete(path(theirs)).json().path("type").asText())
                    .isEqualTo("/problems/unknown-webhook");
            assertThat(economy.post(path(theirs) + "/secret", "").status()).isEqualTo(404);
            assertThat(economy.post(path(theirs) + "/test", "").status()).isEqualTo(404);
            assertThat(economy.post(path(theirs) + "/replay", "{\"from\":1}").status())
                    .isEqualTo(404);
            assertThat(client("auditor")
                            .get(WEBHOOKS)
                            .json()
                            .path("missingRight")
                            .asText())
                    .isEqualTo("manage-webhooks");

            behind("I08", "5.1");
            await().until(() -> receiver.taken().size() == 1);
            // Everything of the plan so far, and still nothing that is another's.
            assertThat(construction
                            .post(path(theirs) + "/replay", "{\"from\":1}")
                            .status())
                    .isEqualTo(202);
            await().until(() -> !builders.taken().isEmpty());
            assertThat(builders.taken())
                    .allMatch(
                            one -> one.json().at("/warning/department").asText().equals("construction"));
            made.remove(path(theirs));
            assertThat(construction.delete(path(theirs)).status()).isEqualTo(204);
        }
    }

    @Test
    void whereNothingMayBeSentToIsRefused() {
        assertThat(code("http://127.0.0.1:9/")).isEqualTo("/url address-refused");
        assertThat(code("https://169.254.169.254/latest/meta-data")).isEqualTo("/url address-refused");
        assertThat(code("https://[::1]/")).isEqualTo("/url address-refused");
        assertThat(code("https://10.0.0.1/")).isEqualTo("/url address-refused");
        assertThat(code("https://me:secret@example.com/")).isEqualTo("/url credentials");
        assertThat(code("gopher://localhost/")).isEqualTo("/url not-https");
        assertThat(office.post(WEBHOOKS, "{\"url\":\"%s\",\"events\":[\"all\"]}".formatted(receiver.url()))
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("unknown-word");
        assertThat(office.post(
                                WEBHOOKS,
                                "{\"url\":\"%s\",\"filter\":{\"subject\":\"indicator/none\",\"department\":\"none\"}}"
                                        .formatted(receiver.url()))
                        .json()
                        .path("errors"))
                .hasSize(2);
    }

    @Test
    void theSameKeyIsTheSameWebhookAndThereAreOnlySoMany() {
        String wish = wish(receiver, "I09");
        TestClient.Answer first = office.post(WEBHOOKS, wish, "Idempotency-Key", "I09");
        made.add(first.header("Location"));
        TestClient.Answer again = office.post(WEBHOOKS, wish, "Idempotency-Key", "I09");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.toString()).doesNotContain("whsec_");
        TestClient.Answer other = office.post(WEBHOOKS, wish(receiver, "I10"), "Idempotency-Key", "I09");
        assertThat(other.json().path("type").asText()).isEqualTo("/problems/key-reused");

        for (int more = 1; more < 8; more++) {
            register(office, receiver, "I09");
        }
        assertThat(office.post(WEBHOOKS, wish, "Accept-Language", "zh")
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo("网络回调过多");
    }
}
