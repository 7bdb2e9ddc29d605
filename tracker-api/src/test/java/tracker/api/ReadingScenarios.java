package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What readers see, over HTTP, on the real plan. */
abstract class ReadingScenarios extends RunningTracker {
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
}
