package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dashboard asks again and again, and is sent only what it has not got yet. */
class PollIT extends RunningTracker {
    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @Test
    void whatHasNotChangedIsNotSentAgainAndWhatHasIs() {
        TestClient dashboard = client("dashboard");
        List<String> paths = List.of(
                TestClient.PLAN,
                TestClient.PLAN + "/indicators?collection=core",
                TestClient.PLAN + "/warnings?state=open",
                TestClient.PLAN + "/departments/economy",
                TestClient.PLAN + "/owners");
        for (String path : paths) {
            TestClient.Answer first = dashboard.get(path);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
            TestClient.Answer again = dashboard.get(path, "If-None-Match", first.header("ETag"));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.bytes()).isEmpty();

            TestClient.Answer written = report("I01", "2021", "3000", "亿元");
            if (written.status() != 201) {
                written = office.post(
                        indicator("I01") + "/reports/2021/correction",
                        "{\"value\":%d,\"unit\":\"亿元\",\"reason\":\"poll\"}".formatted(3001 + paths.indexOf(path)));
            }
            assertThat(written.status()).isEqualTo(201);
            TestClient.Answer changed = dashboard.get(path, "If-None-Match", first.header("ETag"));
            assertThat(changed.status()).as(path).isEqualTo(200);
            assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
        }
    }

    @Test
    void aPlanThatIsNotThereIsNeverUnchanged() {
        assertThat(client("dashboard")
                        .get("/api/v1/plans/none", "If-None-Match", "\"0\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void browsersAreToldWhatTheyMayDo() {
        TestClient.Answer answer = client("dashboard").get(TestClient.PLAN);
        assertThat(answer.response().headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        TestClient.Answer refused = TestClient.anonymous(tracker.port()).get(TestClient.PLAN);
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
