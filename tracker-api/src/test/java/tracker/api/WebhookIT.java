package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Warnings on their way to other systems; each test has indicators and webhooks of its own. */
class WebhookIT extends RunningTracker {
    private static final String WEBHOOKS = TestClient.PLAN + "/webhooks";

    private final List<String> made = new ArrayList<>();
    private WebhookReceiver receiver;

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

    private JsonNode register(TestClient by, WebhookReceiver at, String indicator) {
        TestClient.Answer answer = by.post(WEBHOOKS, wish(at, indicator));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(path(answer.json()));
        made.add(answer.header("Location"));
        return answer.json();
    }

    private static String wish(WebhookReceiver at, String indicator) {
        return indicator == null
                ? "{\"url\":\"%s\"}".formatted(at.url())
                : "{\"url\":\"%s\",\"filter\":{\"subject\":\"indicator/%s\",\"rules\":[\"behind\"]}}"
                        .formatted(at.url(), indicator);
    }

    private void behind(String indicator, String value) {
        written(report(indicator, "2022", value, unit(indicator)));
    }

    private void better(String indicator, String value) {
        written(office.post(
                indicator(indicator) + "/reports/2022/correction",
                "{\"value\":%s,\"unit\":\"%s\",\"reason\":\"核实\"}".formatted(value, unit(indicator))));
    }

    private void acknowledge(String indicator) {
        written(office.post(indicator(indicator) + "/warnings/behind/acknowledgement", "{\"note\":\"已知悉\"}"));
    }

    private String unit(String indicator) {
        return office.get(indicator(indicator)).json().path("unit").asText();
    }

    private static void written(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    }

    private void replay(JsonNode webhook, String from) {
        TestClient.Answer answer = office.post(path(webhook) + "/replay", "{\"from\":%s}".formatted(from));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    private JsonNode state(JsonNode webhook) {
        return office.get(path(webhook)).json();
    }

    private JsonNode deadLetters(JsonNode webhook) {
        return office.get(path(webhook) + "/dead-letters").json().path("items");
    }

    private String code(String url) {
        JsonNode problem =
                office.post(WEBHOOKS, "{\"url\":\"%s\"}".formatted(url)).json();
        return problem.at("/errors/0/pointer").asText() + " "
                + problem.at("/errors/0/code").asText();
    }

    private static List<String> types(List<WebhookReceiver.Received> messages) {
        return messages.stream()
                .map(one -> one.json().path("type").asText())
                .distinct()
                .toList();
    }

    private static String id(JsonNode webhook) {
        return webhook.path("id").asText();
    }

    private static String path(JsonNode webhook) {
        return WEBHOOKS + "/" + id(webhook);
    }

    /** Where the secret, in whatever form it is told or used, stands in what the broker and the streams keep. */
    private List<String> secretsOnDisk(String secret) {
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

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }
}
