package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One invented year of the plan, through HTTP only: assigned, reported, corrected, missed, warned of, assessed and adjusted. Every
 * figure was worked out by hand: indicator I01 goes from 2820 to 5000 in 1826 days.
 */
class YearIT extends PlanDiary {
    @Test
    void aYearOfThePlan(@TempDir Path data) {
        try (Tracker tracker = Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {})) {
            office = TestClient.of(tracker.port(), data, "planning-office");
            economy = TestClient.of(tracker.port(), data, "department:economy");
            register();
            decompose();
            firstQuarter();
            correction();
            secondQuarter();
            missedQuarter();
            lateAndLast();
            project();
            assessment();
            adjustment();
            theLogTellsIt();
            thePastIsAsItWas();
        }
    }

    private void register() {
        byte[] archive = PlanArchive.simulated("year");
        TestClient.Answer tried = office.postFile("/api/v1/plans?dryRun=true", archive);
        assertThat(tried.status()).as(tried.toString()).isEqualTo(200);
        assertThat(office.get(PLAN).status()).isEqualTo(404);

        written(office.postFile("/api/v1/plans?simulatedAt=2021-01-04T09:00:00%2B08:00", archive));

        assertThat(plan().path("simulated").booleanValue()).isTrue();
        assertThat(plan().at("/ratings/core")).isEqualTo(json("{\"no-data\":24,\"no-target\":2}"));
        // 151 examples, and nine tasks that nobody answers for.
        assertThat(read(PLAN + "/unassigned").path("count").intValue()).isEqualTo(160);
        assertThat(warnings()).isEmpty();
        turn("2021-01-05");
        // The document itself puts a milestone of P87 into 2020.
        assertThat(warnings()).containsExactly("project/P87 milestone-overdue");
    }

    private void decompose() {
        written(
                office.put(
                        I01 + "/responsibility",
                        "{\"lead\":\"economy\",\"assisting\":[\"construction\"],\"deadline\":\"2025-12-31\",\"measures\":\"按季调度\"}"));
        assertThat(read(PLAN + "/unassigned").path("count").intValue()).isEqualTo(159);
        TestClient.Answer again = office.put(I01 + "/responsibility", "{\"lead\":\"construction\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asText()).isEqualTo("/problems/adjustment-required");
        adjust("{\"frequency\":\"quarter\",\"allowanceDays\":30}", "改为按季报告");
        assertThat(read(I01).path("frequency").asText()).isEqualTo("quarter");
        assertThat(calendar("2021-01-01", "2022-02-28"))
                .containsExactly(
                        "2021-Q1 2021-04-30 upcoming",
                        "2021-Q2 2021-07-30 upcoming",
                        "2021-Q3 2021-10-30 upcoming",
                        "2021-Q4 2022-01-30 upcoming");
    }

    private void firstQuarter() {
        TestClient.Answer early = report("2021-Q1", "2860");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().at("/errors/0/code").asText()).isEqualTo("in-future");
        turn("2021-04-01");
        written(report("2021-Q1", "2860"));
        // 40 / 2180 against 90 / 1826
        progress("0.018349", "0.049288", "0.372273", "off-track");
        assertThat(warnings()).containsExactly("indicator/I01 behind", "project/P87 milestone-overdue");
        assertThat(read(PLAN + "/goals/comprehensive-strength").path("ratings"))
                .isEqualTo(json("{\"off-track\":1,\"no-data\":3}"));
    }

    private void correction() {
        written(economy.post(
                I01 + "/reports/2021-Q1/correction", "{\"value\":2900,\"unit\":\"亿元\",\"reason\":\"统计口径修正\"}"));
        progress("0.036697", "0.049288", "0.744546", "at-risk");
        assertThat(warnings()).containsExactly("indicator/I01 behind", "project/P87 milestone-overdue");
        assertThat(read(PLAN + "/warnings?state=open&rule=behind")
                        .at("/items/0/cause/rating")
                        .asText())
                .isEqualTo("at-risk");
    }

    private void secondQuarter() {
        turn("2021-07-05");
        written(report("2021-Q2", "3050"));
        progress("0.105505", "0.099124", "1.064372", "on-track");
        assertThat(warnings()).containsExactly("project/P87 milestone-overdue");
        assertThat(read(PLAN + "/warnings?state=cleared").at("/items/0/rule").asText())
                .isEqualTo("behind");
        assertThat(read(PLAN + "/goals/comprehensive-strength").path("ratings"))
                .isEqualTo(json("{\"on-track\":1,\"no-data\":3}"));
    }

    private void missedQuarter() {
        turn("2021-10-30");
        assertThat(calendar("2021-10-01", "2021-10-31")).containsExactly("2021-Q3 2021-10-30 due");
        assertThat(warnings()).containsExactly("project/P87 milestone-overdue");
        turn("2021-10-31");
        assertThat(warnings()).containsExactly("indicator/I01 stale", "project/P87 milestone-overdue");
        assertThat(read(I01).at("/warnings/0/cause/periods")).isEqualTo(json("[\"2021-Q3\"]"));
        written(economy.post(I01 + "/warnings/stale/acknowledgement", "{\"note\":\"等待年报数据\"}"));
        assertThat(read(I01).at("/warnings/0/acknowledgement/note").asText()).isEqualTo("等待年报数据");
        assertThat(economy.post(I01 + "/warnings/jump/acknowledgement", "{\"note\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    private void lateAndLast() {
        turn("2022-01-01");
        // The last day of the year has passed: the projects' milestones of 2021, and nothing reported but I01.
        assertThat(warnings())
                .containsExactly(
                        "indicator/I01 stale",
                        "indicator/I22 no-target",
                        "indicator/I23 no-target",
                        "project/P85 milestone-overdue",
                        "project/P87 milestone-overdue");
        written(report("2021-Q4", "3300"));
        progress("0.220183", "0.199890", "1.101521", "on-track");
        assertThat(read(I01).at("/warnings/0/rule").asText()).isEqualTo("stale");
        written(report("2021-Q3", "3150"));
        // The late quarter is not the latest.
        progress("0.220183", "0.199890", "1.101521", "on-track");
        assertThat(read(I01).path("warnings")).isEmpty();
        JsonNode department = read(PLAN + "/departments/economy");
        assertThat(department.at("/discipline/on-time").intValue()).isEqualTo(3);
        assertThat(department.at("/discipline/late").intValue()).isEqualTo(1);
        assertThat(department.at("/discipline/missing").isMissingNode()).isTrue();
        written(office.put(PLAN + "/indicators/I22/target", "{\"measure\":\"maintain\",\"target\":2}"));
        assertThat(warnings()).doesNotContain("indicator/I22 no-target");
        assertThat(plan().at("/ratings/core")).isEqualTo(json("{\"no-data\":24,\"no-target\":1,\"on-track\":1}"));
    }

    private void project() {
        written(office.put(P12 + "/responsibility", "{\"lead\":\"economy\"}"));
        written(economy.post(
                P12 + "/reports",
                "{\"period\":\"2021\",\"invested\":\"40.50\",\"percentComplete\":30,\"status\":\"implementation\"}"));
        JsonNode category = read(PLAN + "/categories/industry");
        assertThat(category.at("/investment/0/planned").decimalValue()).isEqualByComparingTo("1027.395");
        assertThat(category.at("/investment/0/invested").decimalValue()).isEqualByComparingTo("40.50");
        assertThat(category.at("/investment/0/investedShare").decimalValue()).isEqualTo(new BigDecimal("0.039420"));
        assertThat(category.path("statuses")).isEqualTo(json("{\"implementation\":1,\"preparation\":59}"));
        assertThat(plan().at("/investment/0/planned").decimalValue()).isEqualTo(new BigDecimal("1086.043"));
        assertThat(plan().at("/investment/0/invested").decimalValue()).isEqualByComparingTo("40.50");
        assertThat(read(PLAN + "/owners/湖南三安半导体有限责任公司")
                        .at("/investment/0/invested")
                        .decimalValue())
                .isEqualByComparingTo("40.50");
        written(office.post(
                P12 + "/milestones",
                "{\"id\":\"M1\",\"name\":{\"zh\":\"点亮投产\",\"en\":\"First wafers\"},\"due\":\"2022-06-30\"}"));
        turn("2022-07-01");
        assertThat(read(P12).at("/milestones/0/schedule").asText()).isEqualTo("missed");
        written(economy.post(P12 + "/milestones/M1/reached", "{\"reachedOn\":\"2022-07-01\"}"));
        assertThat(read(P12).at("/milestones/0/schedule").asText()).isEqualTo("reached-late");
        assertThat(warnings()).doesNotContain("project/P12 milestone-overdue");
        JsonNode industries = read(PLAN + "/industries/N-new-generation-it");
        assertThat(industries.at("/parts/targetSum").decimalValue()).isEqualByComparingTo("2000");
        assertThat(industries.at("/parts/targetsAddUp").booleanValue()).isTrue();
        assertThat(read(PLAN + "/industries").at("/parts/targetSum").decimalValue())
                .isEqualByComparingTo("4050");
    }

    private void assessment() {
        written(office.post(
                PLAN + "/assessments",
                "{\"kind\":\"mid-term\",\"year\":2022,\"verdict\":\"总体可控\",\"text\":\"中期评估结论。\"}"));
        frozen();
        TestClient.Answer report = office.get(PLAN + "/assessments/2022-mid-term/report", "Accept", "text/html");
        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.toString()).contains("中期评估结论", "企业总收入");
    }

    private void adjustment() {
        adjust("{\"target\":5600}", "目标上调");
        // 480 / 2780 against 365 / 1826
        progress("0.172662", "0.199890", "0.863782", "at-risk");
        assertThat(read(I01).at("/warnings/0/rule").asText()).isEqualTo("behind");
        // The first quarter of 2022 was due by the end of April.
        assertThat(read(I01).at("/warnings/1/cause/periods")).isEqualTo(json("[\"2022-Q1\"]"));
        frozen();
        // The plan's own thresholds: 0.86 is good enough from now on.
        TestClient.Answer eased = office.post(
                PLAN + "/adjustments",
                "{\"changes\":{\"thresholds\":{\"onTrack\":\"0.86\"}},\"reason\":\"放宽\",\"reference\":\"文〔2022〕9 号\"}");
        written(eased);
        progress("0.172662", "0.199890", "0.863782", "on-track");
        assertThat(plan().at("/ratings/core/on-track").intValue()).isEqualTo(1);
        frozen();
    }

    /** What the assessment says stays what it was. */
    private void frozen() {
        JsonNode figures = read(PLAN + "/assessments/2022-mid-term").path("figures");
        JsonNode first = figures.path("subjects").get(indexOf(figures.path("subjects"), "indicator/I01"));
        assertThat(first.path("value").decimalValue()).isEqualByComparingTo("3300");
        assertThat(first.path("pace").decimalValue()).isEqualTo(new BigDecimal("1.101521"));
        assertThat(first.path("rating").asText()).isEqualTo("on-track");
        assertThat(figures.at("/goals/1/id").asText()).isEqualTo("city-industry-integration");
    }

    private void theLogTellsIt() {
        List<String> types = new ArrayList<>();
        read(PLAN + "/events?subject=indicator/I01&limit=1000")
                .path("items")
                .forEach(event -> types.add(event.path("type").asText()));
        assertThat(types)
                .containsExactly(
                        "IndicatorDefined",
                        "ResponsibilityAssigned",
                        "ResponsibilityAssigned",
                        "PlanAdjusted",
                        "ProgressReported",
                        "WarningRaised",
                        "ReportCorrected",
                        "WarningUpdated",
                        "ProgressReported",
                        "WarningCleared",
                        "WarningRaised",
                        "WarningAcknowledged",
                        "ProgressReported",
                        "ProgressReported",
                        "WarningCleared",
                        "WarningRaised",
                        "PlanAdjusted",
                        "WarningRaised",
                        "PlanAdjusted",
                        "WarningCleared");
        JsonNode adjusted =
                read(PLAN + "/events?subject=indicator/I01&type=PlanAdjusted").at("/items/1");
        assertThat(adjusted.at("/data/reference").asText()).isEqualTo("文〔2021〕1 号");
        assertThat(adjusted.path("reason").asText()).isEqualTo("目标上调");
        assertThat(adjusted.path("simulated").booleanValue()).isTrue();
    }
}
