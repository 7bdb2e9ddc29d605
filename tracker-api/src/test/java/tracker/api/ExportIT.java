package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plan's events are taken away in three forms, each of which says what it is of and whether it is whole. */
class ExportIT extends RunningTracker {
    private static final String EXPORT = TestClient.PLAN + "/export";

    private TestClient auditor;

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @BeforeAll
    void somethingIsReported() {
        auditor = client("auditor");
        assertThat(report("I01", "2021", "3000.50", "亿元").status()).isEqualTo(201);
        assertThat(office.post(
                                indicator("I01") + "/reports/2021/correction",
                                "{\"value\":3001,\"unit\":\"亿元\",\"reason\":\"=HYPERLINK(1)\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void jsonLinesHoldTheSameEventsAsAReplay() throws Exception {
        TestClient.Answer answer = auditor.get(EXPORT + "?format=ndjson");
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        List<String> lines = lines(answer);
        JsonNode head = TestClient.parse(lines.get(0)).path("export");
        assertThat(head.path("plan").asText()).isEqualTo("changsha-hitech-14fyp");
        assertThat(head.path("created").asText()).endsWith("Z");

        JsonNode replayed =
                auditor.get(TestClient.PLAN + "/events?limit=1000").json().path("items");
        assertThat(lines).hasSize(replayed.size() + 2);
        for (int i = 0; i < replayed.size(); i++) {
            assertThat(TestClient.parse(lines.get(i + 1))).isEqualTo(replayed.get(i));
        }
        JsonNode end = TestClient.parse(lines.get(lines.size() - 1)).path("end");
        assertThat(end.path("events").asInt()).isEqualTo(replayed.size());
        assertThat(end.path("sha256").asText()).isEqualTo(digestWithoutLastLine(answer.bytes()));
    }

    @Test
    void aFilterStandsInTheFile() {
        List<String> lines = lines(auditor.get(EXPORT + "?format=ndjson&subject=I01&type=ReportCorrected"));
        assertThat(lines).hasSize(3);
        JsonNode head = TestClient.parse(lines.get(0)).path("export");
        assertThat(head.path("subject").asText()).isEqualTo("I01");
        assertThat(head.path("type").asText()).isEqualTo("ReportCorrected");
        assertThat(TestClient.parse(lines.get(1)).path("data").toString()).contains("\"3001\"");

        String moment = TestClient.parse(lines.get(1)).path("recordedAt").asText();
        List<String> before = lines(auditor.get(EXPORT + "?format=ndjson&subject=I01&to=" + moment));
        assertThat(before).noneMatch(line -> line.contains("\"type\":\"ReportCorrected\""));
        assertThat(TestClient.parse(before.get(0)).path("export").path("to").asText())
                .isEqualTo(moment);
    }

    @Test
    void spreadsheetsGetRowsThatRunNothing() throws Exception {
        TestClient.Answer answer = auditor.get(EXPORT + "?format=csv&subject=I01");
        List<String> lines = lines(answer);
        assertThat(lines.get(0)).startsWith("\uFEFF# log=").contains("; subject=I01; ");
        assertThat(lines.get(1)).startsWith("position,recordedAt,type,");
        assertThat(lines)
                .filteredOn(line -> line.contains("ReportCorrected"))
                .first()
                .asString()
                .contains(",'=HYPERLINK(1),");
        assertThat(lines.get(lines.size() - 1)).endsWith("sha256=" + digestWithoutLastLine(answer.bytes()));
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(auditor.get(EXPORT + "?format=pdf").status()).isEqualTo(400);
        assertThat(auditor.get(EXPORT + "?from=yesterday").status()).isEqualTo(400);
        assertThat(auditor.get("/api/v1/plans/none/export").status()).isEqualTo(404);
        assertThat(client("dashboard").get(EXPORT).status()).isEqualTo(403);
        assertThat(client("department:economy").get(EXPORT).status()).isEqualTo(403);
    }

    private static List<String> lines(TestClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    private static String digestWithoutLastLine(byte[] file) throws Exception {
        int end = file.length - 1;
        while (file[end - 1] != '\n') {
            end--;
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(file, 0, end);
        return HexFormat.of().formatHex(digest.digest());
    }
}
