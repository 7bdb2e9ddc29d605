package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, over HTTP, and changes nothing. Each test has subjects of its own. */
abstract class RefusalScenarios extends ReadingScenarios {
    static Stream<Arguments> badInput() {
        String ok = "\"period\":\"2021\",\"unit\":\"亿元\"";
        return Stream.of(
                Arguments.of("unknown subject", "I99", "{" + ok + ",\"value\":1}", 404, "/problems/unknown-subject"),
                Arguments.of(
                        "unknown period",
                        "I05",
                        "{\"period\":\"2021-13\",\"unit\":\"亿元\",\"value\":1}",
                        422,
                        "unknown-period"),
                Arguments.of(
                        "period before the plan",
                        "I05",
                        "{\"period\":\"2020\",\"unit\":\"亿元\",\"value\":1}",
                        422,
                        "outside-plan"),
                Arguments.of(
                        "period after the plan",
                        "I05",
                        "{\"period\":\"2026-Q1\",\"unit\":\"亿元\",\"value\":1}",
                        422,
                        "outside-plan"),
                Arguments.of(
                        "wrong unit", "I05", "{\"period\":\"2021\",\"unit\":\"亿美元\",\"value\":1}", 422, "wrong-unit"),
                Arguments.of("no unit", "I05", "{\"period\":\"2021\",\"value\":1}", 422, "required"),
                Arguments.of("no value", "I05", "{" + ok + "}", 422, "required"),
                Arguments.of("not a number", "I05", "{" + ok + ",\"value\":\"many\"}", 422, "not-a-number"),
                Arguments.of("NaN as a text", "I05", "{" + ok + ",\"value\":\"NaN\"}", 422, "not-a-number"),
                Arguments.of("NaN as a token", "I05", "{" + ok + ",\"value\":NaN}", 400, "/problems/malformed"),
                Arguments.of(
                        "31 digits",
                        "I05",
                        "{" + ok + ",\"value\":1234567890123456789012345678901}",
                        422,
                        "too-many-digits"),
                Arguments.of("a vast exponent", "I05", "{" + ok + ",\"value\":1e999999}", 422, "too-many-digits"),
                Arguments.of("below its bounds", "I05", "{" + ok + ",\"value\":-1}", 422, "out-of-bounds"),
                Arguments.of(
                        "a share above 100",
                        "I24",
                        "{\"period\":\"2021\",\"unit\":\"%\",\"value\":100.1}",
                        422,
                        "out-of-bounds"),
                Arguments.of(
                        "a note too long",
                        "I05",
                        "{" + ok + ",\"value\":1,\"note\":\"" + "字".repeat(4001) + "\"}",
                        422,
                        "too-long"),
                Arguments.of(
                        "control characters",
                        "I05",
                        "{" + ok + ",\"value\":1,\"note\":\"a\\u0000b\"}",
                        422,
                        "control-characters"),
                Arguments.of(
                        "evidence without a hash",
                        "I05",
                        "{" + ok + ",\"value\":1,\"evidence\":[{\"name\":\"a\"}]}",
                        422,
                        "hash-required"),
                Arguments.of("an unknown field", "I05", "{" + ok + ",\"value\":1,\"valeu\":2}", 422, "unknown-field"),
                Arguments.of(
                        "an unknown status", "I05", "{" + ok + ",\"value\":1,\"status\":\"Z\"}", 422, "unknown-status"),
                Arguments.of(
                        "a field twice", "I05", "{" + ok + ",\"value\":1,\"value\":2}", 400, "/problems/malformed"),
                Arguments.of("cut JSON", "I05", "{" + ok + ",\"value\":1", 400, "/problems/malformed"),
                Arguments.of("more after the object", "I05", "{" + ok + ",\"value\":1} {}", 400, "/problems/malformed"),
                Arguments.of("an array", "I05", "[]", 400, "/problems/malformed"),
                Arguments.of("nothing", "I05", "", 400, "/problems/malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void badInput(String name, String id, String body, int status, String problem) {
        JsonNode before = office.get(indicator("I05") + "/history").json();

        TestClient.Answer answer = office.post(indicator(id) + "/reports", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        List<String> codes = new ArrayList<>(List.of(answer.json().path("type").asText()));
        answer.json()
                .path("errors")
                .forEach(error -> codes.add(error.path("code").asText()));
        assertThat(codes).contains(problem);
        assertThat(office.get(indicator("I05") + "/history").json()).isEqualTo(before);
        assertThat(eventsOf("indicator/I05", "ProgressReported")).isEmpty();
    }

    @Test
    void aStaleVersionIsRefusedWithTheCurrentOne() {
        TestClient.Answer answer =
                office.post(indicator("I06") + "/reports", report("2021", "48", "家"), "If-Match", "\"1\"");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.json().path("currentVersion").asText())
                .isEqualTo(office.get(indicator("I06")).json().path("version").asText());
        assertThat(eventsOf("indicator/I06", "ProgressReported")).isEmpty();
    }

    @Test
    void aPeriodIsReportedOnceOnly() {
        assertThat(report("I07", "2021", "160", "家").status()).isEqualTo(201);

        TestClient.Answer again = report("I07", "2021", "161", "家");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asText()).isEqualTo("/problems/period-already-reported");
    }

    @Test
    void onlyTheLeadingDepartmentAndThePlanningOfficeReport() {
        String body = report("2021", "10", "家");

        TestClient.Answer wrong = client("department:construction").post(indicator("I09") + "/reports", body);
        TestClient.Answer dashboard = client("dashboard").post(indicator("I09") + "/reports", body);
        TestClient.Answer nobody = TestClient.anonymous(tracker.port()).post(indicator("I09") + "/reports", body);
        TestClient.Answer right = client("department:economy").post(indicator("I09") + "/reports", body);

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.json().path("type").asText()).isEqualTo("/problems/not-yours");
        assertThat(dashboard.status()).isEqualTo(403);
        assertThat(dashboard.json().path("missingRight").asText()).isEqualTo("report");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(right.status()).isEqualTo(201);
        assertThat(eventsOf("indicator/I09", "ProgressReported")).hasSize(1);
    }

    @Test
    void anotherDepartmentsKeyGivesNothingAway() {
        String body = report("2021", "700", "个");
        String path = indicator("I10") + "/reports";
        assertThat(client("department:economy")
                        .post(path, body, "Idempotency-Key", "mine")
                        .status())
                .isEqualTo(201);

        TestClient.Answer theirs = client("department:construction").post(path, body, "Idempotency-Key", "mine");

        assertThat(theirs.status()).isEqualTo(422);
        assertThat(theirs.json().has("state")).isFalse();
        assertThat(eventsOf("I10", "ProgressReported")).hasSize(1);
    }

    @Test
    void everyCallNeedsAToken() {
        assertThat(List.of(
                        TestClient.PLAN,
                        TestClient.PLAN + "/indicators",
                        indicator("I01"),
                        indicator("I01") + "/history",
                        TestClient.PLAN + "/events",
                        TestClient.PLAN + "/events/stream",
                        "/api/v1/commands/x",
                        "/api/v1/nothing"))
                .allSatisfy(path -> assertThat(
                                TestClient.anonymous(tracker.port()).get(path).status())
                        .isEqualTo(401));
        assertThat(client("dashboard").get(TestClient.PLAN + "/events").status())
                .isEqualTo(403);
        assertThat(TestClient.management(tracker.managementPort())
                        .get("/health/readiness")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aParameterThatIsMissingOrOfAnotherFormIsTheCallersFault() {
        for (String path : List.of(
                "/reports/template.xlsx",
                "/events?limit=many",
                "/events?after=x",
                "/indicators/I01?asOfVersion=first",
                "/audit/checkpoints?cursor=1",
                "/audit/proofs/any?since=-1",
                "/export?format=pdf")) {
            TestClient.Answer refused = office.get(TestClient.PLAN + path);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.json().path("type").asText()).isEqualTo("/problems/malformed");
        }
    }

    @Test
    void nothingIsCorrectedWithoutAReasonOrByAnotherDepartment() {
        String reports = indicator("I17") + "/reports";
        report("I17", "2021", "7", "亿美元");
        String body = "{\"value\":7.5,\"unit\":\"亿美元\",\"reason\":\"年报\"}";

        assertThat(office.post(reports + "/2021/correction", "{\"value\":7.5,\"unit\":\"亿美元\"}")
                        .status())
                .isEqualTo(422);
        assertThat(office.post(reports + "/2021/correction", "{\"value\":7.5,\"unit\":\"亿美元\",\"reason\":\" \"}")
                        .status())
                .isEqualTo(422);
        assertThat(office.post(reports + "/2021/retraction", "{}").status()).isEqualTo(422);
        assertThat(office.post(reports + "/2022/correction", body).status()).isEqualTo(404);
        assertThat(client("department:construction")
                        .post(reports + "/2021/correction", body)
                        .status())
                .isEqualTo(403);
        assertThat(client("dashboard").post(reports + "/2021/correction", body).status())
                .isEqualTo(403);
        assertThat(eventsOf("indicator/I17", "ReportCorrected")).isEmpty();
        assertThat(client("department:economy")
                        .post(reports + "/2021/correction", body)
                        .status())
                .isEqualTo(201);
    }
}
