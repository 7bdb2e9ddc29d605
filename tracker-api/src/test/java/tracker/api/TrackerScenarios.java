package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What users do, over HTTP, on the real plan. Where the brokers are is the subclasses' affair. Each test has subjects of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TrackerScenarios {
    private Path data;
    private Tracker tracker;
    TestClient office;

    /** Settings beyond port and data directory. */
    abstract Map<String, Object> settings();

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory;
        Map<String, Object> properties = new HashMap<>(settings());
        properties.put("tracker.port", -1);
        properties.put("tracker.data", data.toString());
        tracker = Tracker.start(properties, step -> {});
        office = client("planning-office");
    }

    @AfterAll
    void stop() {
        if (tracker != null) {
            tracker.close();
        }
    }

    TestClient client(String token) {
        return TestClient.of(tracker.port(), data, token);
    }

    @Test
    void thePlanAnswersWithItsFigures() {
        JsonNode plan = office.get(TestClient.PLAN).json();

        assertThat(plan.at("/indicators/core").intValue()).isEqualTo(26);
        assertThat(plan.at("/indicators/industry").intValue()).isEqualTo(9);
        assertThat(plan.at("/indicators/commitment").intValue()).isEqualTo(25);
        assertThat(plan.at("/projects").intValue()).isEqualTo(91);
        assertThat(plan.at("/tasks").intValue()).isEqualTo(9);
        assertThat(plan.at("/goals")).hasSize(5);
        Map<String, BigDecimal> planned = new HashMap<>();
        plan.at("/categories")
                .forEach(category -> planned.put(
                        category.path("id").asText(), category.path("planned").decimalValue()));
        assertThat(planned)
                .containsOnly(
                        Map.entry("government", new BigDecimal("27.488")),
                        Map.entry("industry", new BigDecimal("1027.395")),
                        Map.entry("science", new BigDecimal("31.16")));
        assertThat(plan.at("/investment/0/planned").decimalValue()).isEqualTo(new BigDecimal("1086.043"));
        assertThat(plan.at("/investment/0/unit").asText()).isEqualTo("亿元");
    }

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
    void theLatestPeriodCountsNotTheLatestPost() {
        report("I08", "2022", "8", "家");
        TestClient.Answer late = report("I08", "2021", "7", "家");

        assertThat(late.json().at("/state/value").intValue()).isEqualTo(8);
        assertThat(late.json().at("/state/period").asText()).isEqualTo("2022");
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
        assertThat(TestClient.anonymous(tracker.port()).get("/health/readiness").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(office.get("/api/v1/plans/other").json().path("type").asText())
                .isEqualTo("/problems/unknown-plan");
        assertThat(office.get(indicator("I27")).json().path("type").asText()).isEqualTo("/problems/unknown-subject");
        assertThat(office.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(office.get(TestClient.PLAN + "/projects/P92").status()).isEqualTo(404);
        assertThat(office.get(indicator("I26") + "/reports/2021").status()).isEqualTo(404);
    }

    @Test
    void problemsSpeakBothLanguages() {
        JsonNode zh = office.get(indicator("I27"), "Accept-Language", "zh-CN").json();
        JsonNode en = office.get(indicator("I27"), "Accept-Language", "en").json();

        assertThat(zh.path("title").asText()).isEqualTo("没有这个对象");
        assertThat(en.path("title").asText()).isEqualTo("Unknown subject");
        assertThat(zh.path("type")).isEqualTo(en.path("type"));
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
    void listsAreFilteredSortedAndPaged() {
        JsonNode core = office.get(TestClient.PLAN + "/indicators?collection=core&goal=innovation")
                .json();
        assertThat(ids(core)).containsExactly("I10", "I11", "I12", "I13", "I14", "I15");
        assertThat(ids(office.get(TestClient.PLAN + "/projects?q=麒麟").json())).contains("P25", "P26");

        List<String> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = office.get(TestClient.PLAN + "/projects?sort=-investment&limit=40" + next)
                    .json();
            paged.addAll(ids(page));
            next = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
        }
        assertThat(paged).hasSize(91).doesNotHaveDuplicates().startsWith("P14", "P30", "P12");
        assertThat(office.get(TestClient.PLAN + "/projects?cursor=nonsense").status())
                .isEqualTo(400);
        assertThat(office.get(TestClient.PLAN + "/projects?colection=core").status())
                .isEqualTo(400);
        assertThat(office.get(TestClient.PLAN + "/projects?limit=0").status()).isEqualTo(400);
    }

    @Test
    void anUnchangedStateIsNotSentAgain() {
        TestClient.Answer first = office.get(indicator("I11"));

        assertThat(office.get(indicator("I11"), "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
        TestClient.Answer posted = report("I11", "2021", "1500", "家");
        assertThat(office.get(
                                indicator("I11"),
                                "If-None-Match",
                                first.header("ETag"),
                                "Tracker-Position",
                                posted.header("Tracker-Position"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void historyHasOneEntryAVersion() {
        TestClient.Answer posted = office.post(
                indicator("I12") + "/reports",
                "{\"period\":\"2021\",\"value\":\"1300.50\",\"unit\":\"人\",\"note\":\"年报\",\"evidence\":[{\"name\":\"年报\",\"sha256\":\""
                        + "ab".repeat(32) + "\"}]}");
        JsonNode history = office.get(
                        indicator("I12") + "/history", "Tracker-Position", posted.header("Tracker-Position"))
                .json();

        assertThat(StreamSupport.stream(history.path("items").spliterator(), false)
                        .map(entry -> entry.path("version").intValue() + " "
                                + entry.path("type").asText()))
                // Nobody has reported anything when the first day turns; and 1300.50 is behind.
                .containsExactly(
                        "1 IndicatorDefined",
                        "2 ResponsibilityAssigned",
                        "3 WarningRaised",
                        "4 ProgressReported",
                        "5 WarningRaised");
        JsonNode last = history.at("/items/3");
        assertThat(last.at("/actor/role").asText()).isEqualTo("planning-office");
        assertThat(last.toString()).contains("{\"field\":\"value\",\"from\":null,\"to\":1300.50}");
    }

    @Test
    void aReadWithATokenThatLiesAheadIsNotReady() {
        long position = office.get(TestClient.PLAN).json().path("position").longValue();

        TestClient.Answer ahead =
                office.get(TestClient.PLAN, "Tracker-Position", "changsha-hitech-14fyp@" + (position + 1_000));

        assertThat(ahead.status()).isEqualTo(503);
        assertThat(ahead.header("Retry-After")).isNotNull();
        assertThat(office.get(TestClient.PLAN, "Tracker-Position", "nonsense").status())
                .isEqualTo(400);
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
    void theStreamGoesOnWhereItWasCut() throws Exception {
        long start = office.get(TestClient.PLAN).json().path("position").longValue();
        LinkedBlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        try (var open = office.stream(TestClient.PLAN + "/events/stream", "Last-Event-ID", String.valueOf(start - 5))) {
            Thread reader = new Thread(() -> new java.io.BufferedReader(
                            new java.io.InputStreamReader(open, java.nio.charset.StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.startsWith("id:"))
                    .forEach(line -> seen.add(Long.valueOf(line.substring(3).trim()))));
            reader.setDaemon(true);
            reader.start();
            for (long position = start - 4; position <= start; position++) {
                assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(position);
            }
            long posted =
                    report("I15", "2021", "70", "亿元").json().path("position").longValue();
            for (long position = start + 1; position <= posted; position++) {
                assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(position);
            }
        }
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

    @Test
    void whatHasNoLeadIsListed() {
        assertThat(ids(office.get(TestClient.PLAN + "/tasks?department=").json()))
                .containsExactly("G1", "G2", "G3", "G4", "G5", "J1", "J2", "J3", "J4");
        assertThat(ids(office.get(TestClient.PLAN + "/projects?department=").json()))
                .isEmpty();
    }

    @Test
    void aStreamAskedToGoOnBeyondTheLogSaysSo() throws Exception {
        try (var open = office.stream(TestClient.PLAN + "/events/stream", "Last-Event-ID", "1000000")) {
            String start = new String(open.readNBytes(12), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(start).contains("event: gap");
        }
    }

    @Test
    void theSeriesHasEveryYearWithItsExpectedValue() {
        TestClient.Answer posted = report("I20", "2021", "39.5", "万人");
        JsonNode series = office.get(
                        indicator("I20") + "/series", "Tracker-Position", posted.header("Tracker-Position"))
                .json();

        assertThat(series.path("items")).hasSize(5);
        assertThat(text(series.at("/items/0"), "value")).isEqualTo("39.5");
        // 37 + 13 * 365 / 1826
        assertThat(text(series.at("/items/0"), "expected")).isEqualTo("39.598576");
        assertThat(series.at("/items/1/value").isNull()).isTrue();
    }

    @Test
    void theLogIsReplayedInOrderWithoutGaps() {
        List<Long> positions = new ArrayList<>();
        String next = "0";
        while (next != null) {
            JsonNode page = client("auditor")
                    .get(TestClient.PLAN + "/events?limit=50&after=" + next)
                    .json();
            page.path("items")
                    .forEach(event -> positions.add(event.path("position").longValue()));
            next = page.has("next") ? page.path("next").asText() : null;
        }

        assertThat(positions.size()).isGreaterThanOrEqualTo(320);
        assertThat(positions)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, positions.size())
                        .boxed()
                        .toList());
    }

    TestClient.Answer report(String id, String period, String value, String unit) {
        return office.post(indicator(id) + "/reports", report(period, value, unit));
    }

    static String report(String period, String value, String unit) {
        return "{\"period\":\"%s\",\"value\":%s,\"unit\":\"%s\"}".formatted(period, value, unit);
    }

    static String indicator(String id) {
        return TestClient.PLAN + "/indicators/" + id;
    }

    List<JsonNode> eventsOf(String subject, String type) {
        List<JsonNode> events = new ArrayList<>();
        office.get(TestClient.PLAN + "/events?subject=" + subject + "&type=" + type)
                .json()
                .path("items")
                .forEach(events::add);
        return events;
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private static String text(JsonNode state, String field) {
        return state.path(field).isNull()
                ? null
                : state.path(field).decimalValue().toPlainString();
    }
}
