package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assessment report as a browser gets it. */
class AssessmentReportIT {
    private static final String REPORT = TestClient.PLAN + "/assessments/2022-yearly/report";

    @Test
    void isAPageInTheReadersLanguage(@TempDir Path data) {
        try (Tracker tracker = Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {})) {
            TestClient office = TestClient.of(tracker.port(), data, "planning-office");
            TestClient reader = TestClient.of(tracker.port(), data, "dashboard");
            TestClient.Answer recorded = office.post(
                    TestClient.PLAN + "/assessments", "{\"kind\":\"yearly\",\"year\":2022,\"text\":\"可控 <b>\"}");
            String position = recorded.header("Tracker-Position");

            TestClient.Answer page = reader.get(REPORT, "Accept", "text/html,*/*;q=0.8", "Tracker-Position", position);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html; charset=utf-8");
            assertThat(page.header("Content-Language")).isEqualTo("zh");
            assertThat(page.header("ETag")).isEqualTo("\"1\"");
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'sha256-")
                    .doesNotContain("unsafe");
            assertThat(page.toString()).contains("企业总收入", "可控 &lt;b&gt;");

            assertThat(reader.get(REPORT, "Accept-Language", "en-GB,en;q=0.9").toString())
                    .contains("<html lang=\"en\">", "Total enterprise revenue");
            assertThat(reader.get(REPORT + "?lang=zh", "Accept-Language", "en").toString())
                    .contains("<html lang=\"zh-CN\">");
            assertThat(reader.get(REPORT + "?lang=fr").status()).isEqualTo(400);
            assertThat(reader.get(REPORT, "If-None-Match", "\"1\"").status()).isEqualTo(304);
            unknown(reader.get(TestClient.PLAN + "/assessments/2023-yearly/report", "Accept", "text/html"));
            unknown(reader.get("/api/v1/plans/none/assessments/2022-yearly/report", "Accept", "text/html"));
            assertThat(TestClient.anonymous(tracker.port()).get(REPORT).status())
                    .isEqualTo(401);
        }
    }

    private static void unknown(TestClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
