package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the planning office and the public do on the real plan, beside reports: each test has subjects of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeIT {
    private Tracker tracker;
    private final AtomicLong heard = new AtomicLong();
    private TestClient office;
    private TestClient economy;
    private TestClient anybody;

    @BeforeAll
    void start(@TempDir Path data) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("tracker.port", -1);
        properties.put("tracker.data", data.toString());
        properties.put("tracker.feedback-per-hour", 4);
        tracker = Tracker.start(properties, step -> {});
        office = TestClient.of(tracker.port(), data, "planning-office", heard);
        economy = TestClient.of(tracker.port(), data, "department:economy", heard);
        anybody = TestClient.anonymous(tracker.port());
    }

    @AfterAll
    void stop() {
        tracker.close();
    }

    @Test
    void theFirstDayOfALatePlanSaysWhatIsMissingOnceASubject() {
        JsonNode plan = office.get(TestClient.PLAN).json();
        assertThat(plan.path("ended").booleanValue()).isTrue();
        assertThat(plan.at("/warnings/no-target").intValue()).isEqualTo(2);
        JsonNode stale = office.get(TestClient.PLAN + "/warnings?state=open&rule=stale&subject=indicator/I26")
                .json()
                .path("items");
        assertThat(stale).hasSize(1);
        assertThat(stale.at("/0/cause/periods").toString()).isEqualTo("[\"2021\",\"2022\",\"2023\",\"2024\",\"2025\"]");
        assertThat(types("plan/changsha-hitech-14fyp")).containsOnlyOnce("DayTurned");

        JsonNode reported = written(report("I26", "2023", "36.5", "%"));
        // 0.5 of the way at 3/5 of the time is behind as well; that comes first.
        assertThat(reported.at("/state/warnings/1/cause/periods").toString())
                .isEqualTo("[\"2021\",\"2022\",\"2024\",\"2025\"]");
        for (String year : List.of("2021", "2022", "2024", "2025")) {
            reported = written(report("I26", year, "36." + year.charAt(3), "%"));
            assertThat(reported.path("eventIds").size()).isLessThanOrEqualTo(3);
        }
        assertThat(reported.at("/state/warnings").toString()).doesNotContain("stale");
        assertThat(types("indicator/I26")).contains("WarningCleared");
    }

    @Test
    void theMilestonesThatTheDocumentGivesAreThere() {
        JsonNode p85 = office.get(TestClient.PLAN + "/projects/P85").json();
        assertThat(p85.path("milestones")).hasSize(4);
        assertThat(p85.at("/milestones/0/schedule").asText()).isEqualTo("missed");
        assertThat(p85.at("/warnings/0/rule").asText()).isIn("stale", "milestone-overdue");
        JsonNode reached = written(office.post(
                TestClient.PLAN + "/projects/P85/milestones/M1/reached",
                "{\"reachedOn\":\"2021-12-30\",\"value\":\"5012.5\"}"));
        assertThat(reached.at("/state/milestones/0/schedule").asText()).isEqualTo("reached-on-time");
        assertThat(office.post(
                                TestClient.PLAN + "/projects/P85/milestones/M1/reached",
                                "{\"reachedOn\":\"2021-12-30\"}")
                        .status())
                .isEqualTo(409);
        JsonNode planned = written(office.post(
                TestClient.PLAN + "/adjustments",
                "{\"subject\":\"project/P85\",\"changes\":{\"milestone\":{\"id\":\"M2\",\"due\":\"2099-12-31\"}},"
                        + "\"reason\":\"延期\",\"reference\":\"r\"}"));
        assertThat(planned.at("/state/milestones/1/schedule").asText()).isEqualTo("due");
    }

    @Test
    void aTaskIsReportedAndOnlyLegalTransitionsAreTaken() {
        String task = TestClient.PLAN + "/tasks/G1";
        assertThat(office.get(task).json().path("indicators").toString()).contains("C-national-key-lab-or-facility");
        written(office.put(task + "/responsibility", "{\"lead\":\"economy\"}"));
        JsonNode done = written(
                economy.post(task + "/reports", "{\"period\":\"2022-H1\",\"status\":\"completed\",\"note\":\"已引进\"}"));
        assertThat(done.at("/state/status").asText()).isEqualTo("completed");
        TestClient.Answer back = economy.post(task + "/reports", "{\"period\":\"2022-H2\",\"status\":\"in-progress\"}");
        assertThat(back.json().at("/errors/0/code").asText()).isEqualTo("illegal-transition");
        written(economy.post(task + "/reports/2022-H1/retraction", "{\"reason\":\"误报\"}"));
        assertThat(office.get(task).status()).isEqualTo(200);
    }

    @Test
    void aProjectsStatusChangesAreEventsAndItsSpendingIsWatched() {
        String project = TestClient.PLAN + "/projects/P13";
        JsonNode over = written(office.post(
                project + "/reports",
                "{\"period\":\"2022\",\"invested\":8.1,\"percentComplete\":60,\"status\":\"implementation\"}"));
        assertThat(over.at("/state/warnings").toString()).contains("\"rule\":\"overspend\"");
        assertThat(types("project/P13")).contains("ProjectStatusChanged");
        JsonNode dropped = written(
                office.post(project + "/reports", "{\"period\":\"2023\",\"invested\":8.0,\"percentComplete\":70}"));
        assertThat(dropped.at("/state/warnings").toString())
                .contains("\"rule\":\"drop\"")
                .doesNotContain("overspend");
        written(office.put(
                project + "/yearly-plan", "{\"years\":[{\"year\":2024,\"investment\":\"1.5\",\"measures\":\"收尾\"}]}"));
        TestClient.Answer opinion = office.post(
                TestClient.PLAN + "/assessments",
                "{\"kind\":\"expert-opinion\",\"year\":2024,\"about\":\"project/P13\",\"text\":\"安排合理\"}");
        assertThat(written(opinion).at("/state/figures/subjects/0/subject").asText())
                .isEqualTo("project/P13");
        assertThat(opinion.header("Location")).endsWith("/assessments/2024-expert-opinion-P13");
        assertThat(office.post(
                                TestClient.PLAN + "/assessments",
                                "{\"kind\":\"expert-opinion\",\"year\":2024,\"about\":\"project/P13\",\"text\":\"再评\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsSettledChangesOpenlyOrNotAtAll() {
        String path = TestClient.PLAN + "/adjustments";
        String subject = "\"subject\":\"indicator/I24\"";
        assertThat(errors(office.post(path, "{" + subject + ",\"changes\":{\"target\":84}}")))
                .containsExactlyInAnyOrder("/reason required", "/reference required");
        String why = ",\"reason\":\"调整\",\"reference\":\"文 1\"}";
        assertThat(errors(office.post(path, "{" + subject + ",\"changes\":{\"target\":83}" + why)))
                .containsExactly("/changes nothing-changed");
        assertThat(errors(office.post(path, "{" + subject + ",\"changes\":{\"tarjet\":84}" + why)))
                .containsExactly("/changes/tarjet unknown-field");
        assertThat(errors(office.post(path, "{" + subject + ",\"changes\":{\"unit\":\"斤\"}" + why)))
                .containsExactly("/changes/unit unknown-unit");
        assertThat(errors(office.post(path, "{\"changes\":{\"thresholds\":{\"onTrack\":0.5}}" + why)))
                .containsExactly("/changes/thresholds out-of-bounds");
        assertThat(errors(office.post(path, "{\"changes\":{\"departments\":[]}" + why)))
                .containsExactly("/changes/departments in-use");
        assertThat(economy.post(path, "{" + subject + ",\"changes\":{\"target\":84}" + why)
                        .json()
                        .path("missingRight")
                        .asText())
                .isEqualTo("adjust");
        TestClient.Answer enlarged = office.post(
                path,
                "{\"changes\":{\"departments\":[{\"id\":\"economy\",\"name\":{\"zh\":\"经济发展局\",\"en\":\"Economy\"}},"
                        + "{\"id\":\"construction\",\"name\":{\"zh\":\"建设局\",\"en\":\"Construction\"}},"
                        + "{\"id\":\"ecology\",\"name\":{\"zh\":\"生态局\",\"en\":\"Ecology\"}}]}" + why);
        written(enlarged);
        assertThat(office.get(TestClient.PLAN, "Tracker-Position", enlarged.header("Tracker-Position"))
                        .json()
                        .path("departments"))
                .hasSize(3);
    }

    @Test
    void thePublicSeesWhatIsPublishedAndIsHeard() {
        String shown = TestClient.PLAN + "/public";
        JsonNode plan = anybody.get(shown).json();
        assertThat(plan.at("/indicators/core").intValue()).isEqualTo(26);
        assertThat(plan.has("supervision") || plan.has("warnings") || plan.has("departments"))
                .isFalse();
        JsonNode indicator = anybody.get(shown + "/indicators/I03").json();
        assertThat(indicator.path("target").intValue()).isEqualTo(480);
        assertThat(indicator.has("warnings")).isFalse();
        assertThat(anybody.get(TestClient.PLAN + "/indicators/I03").status()).isEqualTo(401);

        TestClient.Answer posted = anybody.post(
                TestClient.PLAN + "/feedback",
                "{\"about\":\"project/P01\",\"text\":\"施工噪声 <script>alert(1)</script>\"}",
                "Idempotency-Key",
                "mine");
        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);
        String id =
                posted.header("Location").substring(posted.header("Location").lastIndexOf('/') + 1);
        assertThat(anybody.post(
                                TestClient.PLAN + "/feedback",
                                "{\"about\":\"project/P01\",\"text\":\"施工噪声 <script>alert(1)</script>\"}",
                                "Idempotency-Key",
                                "mine")
                        .header("Location"))
                .isEqualTo(posted.header("Location"));
        assertThat(anybody.get(shown + "/feedback").json().path("items")).isEmpty();
        assertThat(anybody.get(posted.header("Location")).status()).isEqualTo(401);
        String path = TestClient.PLAN + "/feedback/" + id;
        assertThat(economy.post(path + "/moderation", "{\"published\":true}").status())
                .isEqualTo(403);
        written(office.post(path + "/moderation", "{\"published\":true,\"reason\":\"属实\"}"));
        TestClient.Answer answered = office.post(path + "/answer", "{\"text\":\"已整改\"}");
        written(answered);
        JsonNode item = anybody.get(shown + "/feedback", "Tracker-Position", answered.header("Tracker-Position"))
                .json()
                .at("/items/0");
        assertThat(item.at("/answers/0/text").asText()).isEqualTo("已整改");
        assertThat(item.at("/answers/0").has("by")).isFalse();
        assertThat(economy.post(TestClient.PLAN + "/feedback", "{\"about\":\"project/P01\",\"text\":\"x\"}")
                        .status())
                .as("a department comments on what it leads or assists")
                .isEqualTo(403);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(anybody.post(TestClient.PLAN + "/feedback", "{\"text\":\"第 " + i + " 条\"}")
                    .status());
        }
        assertThat(statuses).containsExactly(201, 201, 429, 429);
    }

    @Test
    void aPlanIsRegisteredWholeOrNotAtAll() {
        TestClient.Answer wrong = office.postFile(
                "/api/v1/plans",
                PlanArchive.with("other", "indicators", file -> file.replaceFirst("1019,2500", "1019,many")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("rows").toString())
                .contains("\"table\":\"indicators\"", "\"row\":3", "\"column\":\"target\"", "not-a-number");
        TestClient.Answer goal = office.postFile(
                "/api/v1/plans",
                PlanArchive.with(
                        "other",
                        "indicators",
                        file -> file.replaceFirst("I02,core,comprehensive-strength", "I02,core,no-such-goal")));
        assertThat(goal.json().path("rows").toString()).contains("\"row\":3", "\"column\":\"goal\"", "unknown-goal");
        assertThat(office.get("/api/v1/plans/other").status()).isEqualTo(404);
        assertThat(office.postFile("/api/v1/plans", PlanArchive.simulated("changsha-hitech-14fyp"))
                        .status())
                .isEqualTo(409);
        assertThat(office.postFile("/api/v1/plans", "no archive".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        TestClient.Answer workbook = office.postFile("/api/v1/plans", PlanArchive.workbook("workbook"));
        assertThat(workbook.status()).as(workbook.toString()).isEqualTo(201);
        JsonNode same = office.get("/api/v1/plans/workbook", "Tracker-Position", workbook.header("Tracker-Position"))
                .json();
        assertThat(same.at("/investment/0/planned").decimalValue()).isEqualByComparingTo("1086.043");
        assertThat(same.at("/indicators/total").intValue()).isEqualTo(60);
        assertThat(economy.postFile("/api/v1/plans", PlanArchive.simulated("x")).status())
                .isEqualTo(403);
        assertThat(office.post(TestClient.PLAN + "/days", "{\"day\":\"2030-01-01\"}")
                        .status())
                .isEqualTo(409);
        assertThat(anybody.get("/api/v1/plans").json().path("items"))
                .extracting(plan -> plan.path("id").asText())
                .contains("changsha-hitech-14fyp", "workbook");
    }

    private TestClient.Answer report(String id, String period, String value, String unit) {
        return office.post(
                TestClient.PLAN + "/indicators/" + id + "/reports",
                "{\"period\":\"%s\",\"value\":%s,\"unit\":\"%s\"}".formatted(period, value, unit));
    }

    private static JsonNode written(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer.json();
    }

    private List<String> types(String subject) {
        List<String> types = new ArrayList<>();
        office.get(TestClient.PLAN + "/events?limit=1000&subject=" + subject)
                .json()
                .path("items")
                .forEach(event -> types.add(event.path("type").asText()));
        return types;
    }

    private static List<String> errors(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        List<String> errors = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> errors.add(error.path("pointer").asText() + " "
                        + error.path("code").asText()));
        return errors;
    }
}
