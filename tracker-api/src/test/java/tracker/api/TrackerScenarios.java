package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users do, over HTTP, on the real plan: they report, correct, and read what they wrote. Each test has subjects of its own. */
abstract class TrackerScenarios extends RefusalScenarios {
    @ParameterizedTest(name = "{0} at {2}")
    @CsvSource(
            nullValues = "null",
            value = {
                // domain.md, "Worked", to the last digit.
                "I01, 2022, 3600, 亿元, 0.357798, 0.399781, 0.894986, at-risk",
                "I14, 2021, 25,   %,   null,     null,     null,     on-track",
                "I21, 2021, 99.5, %,   0.500000, 0.199890, 2.501370, on-track",
                "I22, 2021, 2.1,  %,   null,     null,     null,     no-target",
                "C-corner-gardens, 2021, 7, 座, 1.166667, 1.000000, 1.166667, on-track",
            })
    void workedExamples(
            String id,
            String period,
            String value,
            String unit,
            String completion,
            String expected,
            String pace,
            String rating) {
        TestClient.Answer posted = report(id, period, value, unit);
        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);

        TestClient.Answer read = office.get(indicator(id), "Tracker-Position", posted.header("Tracker-Position"));

        JsonNode state = read.json();
        assertThat(state).isEqualTo(posted.json().path("state"));
        assertThat(state.path("value").decimalValue()).isEqualTo(new BigDecimal(value));
        assertThat(state.path("period").asText()).isEqualTo(period);
        assertThat(text(state, "completion")).isEqualTo(completion);
        assertThat(text(state, "expected")).isEqualTo(expected);
        assertThat(text(state, "pace")).isEqualTo(pace);
        assertThat(state.path("rating").asText()).isEqualTo(rating);
        assertThat(read.header("ETag")).isEqualTo("\"" + state.path("version").asText() + "\"");
    }

    @Test
    void theSameReportTwiceWithOneKeyIsOneEvent() {
        String body = report("2021", "1100", "亿元");
        TestClient.Answer first = office.post(indicator("I02") + "/reports", body, "Idempotency-Key", "once");
        TestClient.Answer second = office.post(indicator("I02") + "/reports", body, "Idempotency-Key", "once");
        TestClient.Answer other =
                office.post(indicator("I02") + "/reports", report("2021", "1101", "亿元"), "Idempotency-Key", "once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asText()).isEqualTo("/problems/key-reused");
        assertThat(eventsOf("indicator/I02", "ProgressReported")).hasSize(1);
    }

    @Test
    void aRefusalIsRememberedForItsKeyToo() {
        String wrong = report("2021", "1", "家");
        int first = office.post(indicator("I03") + "/reports", wrong, "Idempotency-Key", "refused")
                .status();
        int again = office.post(indicator("I03") + "/reports", wrong, "Idempotency-Key", "refused")
                .status();
        int other = office.post(indicator("I03") + "/reports", report("2021", "1", "亿元"), "Idempotency-Key", "refused")
                .status();

        assertThat(List.of(first, again, other)).containsExactly(422, 422, 422);
        assertThat(eventsOf("indicator/I03", "ProgressReported")).isEmpty();
    }

    @Test
    void ofReportsRacingWithOneExpectedVersionExactlyOneWins() {
        String version = office.get(indicator("I04")).header("ETag");
        List<CompletableFuture<TestClient.Answer>> racing = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> office.post(
                        indicator("I04") + "/reports",
                        report("20" + (21 + i % 4), String.valueOf(130 + i), "亿元"),
                        "If-Match",
                        version)))
                .toList();
        List<TestClient.Answer> answers =
                racing.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        TestClient.Answer won = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 412)
                .hasSize(7)
                .allSatisfy(answer -> assertThat(
                                answer.json().path("currentVersion").asText())
                        .isEqualTo(won.json().path("version").asText()));
        assertThat(eventsOf("indicator/I04", "ProgressReported")).hasSize(1);
    }

    @Test
    void theLatestPeriodCountsNotTheLatestPost() {
        report("I08", "2022", "8", "家");
        TestClient.Answer late = report("I08", "2021", "7", "家");

        assertThat(late.json().at("/state/value").intValue()).isEqualTo(8);
        assertThat(late.json().at("/state/period").asText()).isEqualTo("2022");
    }

    @Test
    void aProjectIsReportedWithItsInvestment() {
        TestClient.Answer posted = office.post(
                TestClient.PLAN + "/projects/P12/reports",
                "{\"period\":\"2021\",\"invested\":\"40.50\",\"percentComplete\":30,\"status\":\"implementation\"}");

        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);
        JsonNode project = office.get(
                        TestClient.PLAN + "/projects/P12", "Tracker-Position", posted.header("Tracker-Position"))
                .json();
        assertThat(text(project, "invested")).isEqualTo("40.50");
        assertThat(text(project, "investedShare")).isEqualTo("0.253125");
        assertThat(text(project, "pace")).isEqualTo("1.500822");
        assertThat(project.path("rating").asText()).isEqualTo("on-track");
        JsonNode plan = office.get(TestClient.PLAN).json();
        assertThat(plan.at("/categories/1/invested").decimalValue()).isEqualByComparingTo("40.50");
        assertThat(office.post(
                                TestClient.PLAN + "/projects/P12/reports",
                                "{\"period\":\"2022\",\"percentComplete\":101}")
                        .status())
                .isEqualTo(422);
        assertThat(office.post(
                                TestClient.PLAN + "/projects/P12/reports",
                                "{\"period\":\"2022\",\"status\":\"identification\"}")
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("illegal-transition");
    }

    @Test
    void anAsynchronousWriteIsAskedForLater() {
        TestClient.Answer accepted =
                office.post(indicator("I13") + "/reports", report("2021", "18", "个"), "Prefer", "respond-async");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);

        await().untilAsserted(() ->
                assertThat(office.get(accepted.header("Location")).status()).isEqualTo(200));
        assertThat(office.get(accepted.header("Location"))
                        .json()
                        .at("/state/value")
                        .intValue())
                .isEqualTo(18);
        assertThat(client("department:economy").get(accepted.header("Location")).status())
                .isEqualTo(404);
    }

    @Test
    void aCorrectionReplacesTheValueAndARetractionBringsTheEarlierOneBack() {
        String reports = indicator("I16") + "/reports";
        report("I16", "2021", "70", "亿美元");
        TestClient.Answer corrected =
                office.post(reports + "/2021/correction", "{\"value\":71.5,\"unit\":\"亿美元\",\"reason\":\"海关年报\"}");
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(201);
        assertThat(text(corrected.json().path("state"), "value")).isEqualTo("71.5");

        TestClient.Answer back = office.post(reports + "/2021/retraction", "{\"reason\":\"误报\"}");
        assertThat(text(back.json().path("state"), "value")).isEqualTo("70");

        TestClient.Answer gone = office.post(reports + "/2021/retraction", "{\"reason\":\"误报\"}");
        assertThat(gone.json().at("/state/rating").asText()).isEqualTo("no-data");
        assertThat(office.post(reports + "/2021/retraction", "{\"reason\":\"误报\"}")
                        .json()
                        .path("type")
                        .asText())
                .isEqualTo("/problems/period-not-reported");
        TestClient.Answer anew = report("I16", "2021", "72", "亿美元");
        assertThat(anew.status()).isEqualTo(201);

        JsonNode history = office.get(
                        indicator("I16") + "/history", "Tracker-Position", anew.header("Tracker-Position"))
                .json()
                .path("items");
        assertThat(StreamSupport.stream(history.spliterator(), false)
                        .skip(2)
                        .filter(entry -> !entry.path("type").asText().startsWith("Warning"))
                        .map(entry -> entry.path("type").asText() + " "
                                + entry.path("period").asText() + " "
                                + entry.path("reason").asText("")))
                .containsExactly(
                        "ProgressReported 2021 ",
                        "ReportCorrected 2021 海关年报",
                        "ReportRetracted 2021 误报",
                        "ReportRetracted 2021 误报",
                        "ProgressReported 2021 ");
        JsonNode correction = eventsOf("indicator/I16", "ReportCorrected").get(0);
        assertThat(correction.at("/data/corrects"))
                .isEqualTo(eventsOf("indicator/I16", "ProgressReported").get(0).path("id"));
    }

    @Test
    void thePlanningOfficeAssignsAndTheNewLeadReports() {
        String body = report("2021", "0.85", "%");
        String path = indicator("I18");
        TestClient.Answer assigned = office.put(
                path + "/responsibility",
                "{\"lead\":\"construction\",\"assisting\":[\"economy\"],\"deadline\":\"2025-06-30\",\"reason\":\"重新分工\"}");

        assertThat(assigned.status()).as(assigned.toString()).isEqualTo(200);
        assertThat(assigned.json().at("/state/responsibility/lead").asText()).isEqualTo("construction");
        assertThat(client("department:economy").post(path + "/reports", body).status())
                .isEqualTo(403);
        assertThat(client("department:construction")
                        .post(path + "/reports", body)
                        .status())
                .isEqualTo(201);
        assertThat(office.put(path + "/responsibility", "{\"lead\":\"nobody\"}")
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("unknown-department");
        TestClient.Answer refused =
                client("department:economy").put(path + "/responsibility", "{\"lead\":\"economy\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("missingRight").asText()).isEqualTo("assign");
    }
}
