package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dashboard asks again and again, and is sent only what it has not got yet. */
class PollIT extends RunningTracker {
    @Override
    Map<String, Object> settings() {
        return Map.of("tracker.cors", true, "tracker.cors-origins", "https://dashboard.example,https://other.example");
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
    void onlyTheFieldsThatWereAskedForAreSent() {
        TestClient dashboard = client("dashboard");
        JsonNode page = dashboard
                .get(TestClient.PLAN + "/indicators?limit=2&fields=rating,name.zh,target")
                .json();
        assertThat(page.path("items")).hasSize(2);
        assertThat(page.has("next")).isTrue();
        JsonNode first = page.path("items").get(0);
        JsonNode whole = dashboard.get(indicator(first.path("id").asText())).json();
        assertThat(names(first)).containsExactlyInAnyOrder("id", "rating", "name", "target");
        assertThat(names(first.path("name"))).containsExactly("zh");
        assertThat(first.path("target")).isEqualTo(whole.path("target"));
        assertThat(names(dashboard
                        .get(TestClient.PLAN + "/indicators/I01?fields=version,nothing")
                        .json()))
                .containsExactlyInAnyOrder("id", "version");
        assertThat(dashboard
                        .get(TestClient.PLAN + "/indicators/I01?fields=a..b")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pagesOfKnownSitesMayAskAndNoOthers() throws Exception {
        assertThat(preflight("https://dashboard.example").headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://dashboard.example");
        assertThat(preflight("https://evil.example").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    /** What a browser asks before it lets a page ask. */
    private HttpResponse<Void> preflight(String origin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + tracker.port() + TestClient.PLAN))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void headAnswersLikeGetWithoutTheBody() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + tracker.port() + TestClient.PLAN))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + client("dashboard").token())
                .build();
        HttpResponse<byte[]> head = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isPresent();
        assertThat(head.body()).isEmpty();
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
