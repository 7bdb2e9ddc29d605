package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tracker.api.contract.Contract;

/** The contract and the page that shows it are there for everybody, whole, and from this server alone. */
class ContractPageIT extends RunningTracker {
    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @Test
    void theContractIsServedToAnybodyAndKept() {
        TestClient anybody = TestClient.anonymous(tracker.port());
        TestClient.Answer contract = anybody.get("/openapi.yml");

        assertThat(contract.status()).isEqualTo(200);
        assertThat(contract.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(Contract.parsed(contract.bytes())).isEqualTo(Contract.served());
        assertThat(anybody.get("/openapi.yml", "If-None-Match", contract.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void thePageIsInBothLanguagesAndLoadsNothingFromElsewhere() {
        TestClient anybody = TestClient.anonymous(tracker.port());
        TestClient.Answer answer = anybody.get("/docs");
        Document page = Jsoup.parse(new String(answer.bytes(), StandardCharsets.UTF_8));

        assertThat(page.title()).contains("进度跟踪接口", "Progress tracker API");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("script-src")
                .doesNotContain("unsafe-eval");
        assertThat(page.select("script")).allSatisfy(script -> {
            assertThat(script.data()).isEmpty();
            assertThat(script.attr("src")).startsWith("/docs/");
        });
        List<String> assets = page.select("script[src], link[rel=stylesheet]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .toList();
        assertThat(assets).hasSize(4).allSatisfy(asset -> {
            TestClient.Answer file = anybody.get(asset);
            assertThat(file.status()).as(asset).isEqualTo(200);
            assertThat(file.bytes()).isNotEmpty();
        });
        assertThat(anybody.get("/docs/../application.yml").status()).isEqualTo(401);
        assertThat(anybody.get("/docs/none.js").status()).isEqualTo(404);
    }

    @Test
    void headIsAnsweredWhereTheContractSaysSo() {
        for (String path :
                List.of("", "/indicators", "/indicators/I01", "/goals/green-development", "/warnings", "/events")) {
            assertThat(office.head(TestClient.PLAN + path).status())
                    .as(path)
                    .isIn(200, 404)
                    .isEqualTo(office.get(TestClient.PLAN + path).status());
        }
    }
}
