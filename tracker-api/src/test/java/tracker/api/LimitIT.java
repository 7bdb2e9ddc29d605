package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that has gone wild is told to wait, and nobody else is. */
class LimitIT extends RunningTracker {
    private static final String PUBLISHED = TestClient.PLAN + "/public";

    @Override
    Map<String, Object> settings() {
        return Map.of("tracker.requests-per-second", 5, "tracker.anonymous-requests-per-second", 3);
    }

    @Test
    void whoAsksTooOftenWaitsAndOthersDoNot() {
        TestClient.Answer refused = untilRefused(client("dashboard"), TestClient.PLAN);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/too-many-requests");
        assertThat(refused.json().path("retryable").asBoolean()).isTrue();
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(client("auditor").get(TestClient.PLAN).status()).isEqualTo(200);
    }

    @Test
    void withoutATokenTheAddressCounts() {
        assertThat(untilRefused(TestClient.anonymous(tracker.port()), PUBLISHED).status())
                .isEqualTo(429);
        assertThat(client("auditor").get(PUBLISHED).status()).isEqualTo(200);
    }

    private static TestClient.Answer untilRefused(TestClient client, String path) {
        for (int i = 0; i < 1_000; i++) {
            TestClient.Answer answer = client.get(path);
            if (answer.status() != 200) {
                return answer;
            }
        }
        throw new AssertionError("nobody says stop");
    }
}
