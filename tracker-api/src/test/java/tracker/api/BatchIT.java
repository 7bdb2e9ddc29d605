package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another system sends many reports at once, and hears of each. Indicators are led by economy, projects by construction, unless assigned otherwise. */
class BatchIT extends RunningTracker {
    private static final String BATCH = TestClient.PLAN + "/reports:batch";

    private TestClient economy;

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @BeforeAll
    void departments() {
        economy = client("department:economy");
    }

    @Test
    void aBatchIsTakenWholeOrNotAtAll() {
        String good = item(
                "indicator/I02",
                "2021",
                "50",
                office.get(indicator("I02")).json().path("unit").asText());
        TestClient.Answer refused = economy.post(
                BATCH,
                reports(
                        good,
                        item("indicator/I03", "2021", "\"many\"", "%"),
                        item("indicator/none", "2021", "1", "%")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused.json())).containsExactly("/reports/1/value");

        TestClient.Answer undecided = economy.post(BATCH, reports(good, item("indicator/none", "2021", "1", "%")));
        assertThat(undecided.status()).isEqualTo(422);
        assertThat(pointers(undecided.json())).containsExactly("/reports/1");
        assertThat(office.get(indicator("I02")).json().path("value").isNull()).isTrue();
    }

    @Test
    void inPartEachItemIsAnsweredByItself() {
        String unit = office.get(indicator("I04")).json().path("unit").asText();
        String batch = "{\"partial\":true,\"reports\":[%s]}"
                .formatted(String.join(
                        ",",
                        item("indicator/I04", "2021", "70", unit),
                        item("indicator/I04", "2021", "70", unit),
                        item("indicator/I04", "2099", "70", unit),
                        item("indicator/I04", "whenever", "x", unit),
                        "{\"subject\":\"project/P01\",\"period\":\"2021\",\"percentComplete\":10}"));
        // An item that the contract does not allow is refused by itself, and the batch is accepted.
        TestClient.Answer answer = economy.postLoose(BATCH, batch, "Idempotency-Key", "nightly-1");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        JsonNode summary = answer.json();
        List<String> outcomes = new ArrayList<>();
        summary.path("items").forEach(item -> outcomes.add(item.path("outcome").asText()));
        assertThat(outcomes).containsExactly("accepted", "ignored", "refused", "refused", "refused");
        assertThat(summary.path("accepted").asInt()).isEqualTo(1);
        assertThat(summary.path("refused").asInt()).isEqualTo(3);
        assertThat(summary.at("/items/3/errors").toString())
                .contains("/reports/3/period")
                .contains("/reports/3/value");
        // Another department's subject, by this way either.
        assertThat(summary.at("/items/4/errors/0/code").asText()).isEqualTo("not-yours");
        assertThat(answer.header("Tracker-Position")).isNotNull();
        assertThat(text(office.get(indicator("I04")).json(), "value")).isEqualTo("70");

        TestClient.Answer again = economy.postLoose(BATCH, batch, "Idempotency-Key", "nightly-1");
        assertThat(again.json()).isEqualTo(summary);
        assertThat(economy.post(BATCH, reports(item("indicator/I05", "2021", "1", "x")), "Idempotency-Key", "nightly-1")
                        .status())
                .isEqualTo(422);
        assertThat(eventsOf("I04", "ProgressReported")).hasSize(1);
    }

    @Test
    void whatIsNoBatchIsRefused() {
        assertThat(economy.post(BATCH, "{\"reports\":[]}").status()).isEqualTo(422);
        assertThat(economy.post(BATCH, "{\"reports\":[1]}").status()).isEqualTo(422);
        assertThat(economy.post(BATCH, "[]").status()).isEqualTo(400);
        assertThat(client("dashboard").post(BATCH, "{}").status()).isEqualTo(403);
    }

    private static String item(String subject, String period, String value, String unit) {
        return "{\"subject\":\"%s\",\"period\":\"%s\",\"value\":%s,\"unit\":\"%s\"}"
                .formatted(subject, period, value.equals("x") ? "\"x\"" : value, unit);
    }

    private static String reports(String... items) {
        return "{\"reports\":[" + String.join(",", items) + "]}";
    }

    private static List<String> pointers(JsonNode problem) {
        List<String> pointers = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asText()));
        return pointers;
    }
}
