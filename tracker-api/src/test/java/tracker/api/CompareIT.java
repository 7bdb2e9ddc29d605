package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Leaders ask what moved since the last meeting, who moved it, and why. */
class CompareIT extends RunningTracker {
    private static final String COMPARE = TestClient.PLAN + "/compare";

    private String registered;
    private String reported;
    private String corrected;

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @BeforeAll
    void aYearGoesBy() {
        registered = moment();
        report("I01", "2022", "3600", "亿元");
        report("I21", "2021", "99.5", "%");
        reported = moment();
        office.post(
                indicator("I01") + "/reports/2022/correction",
                "{\"value\":4000,\"unit\":\"亿元\",\"reason\":\"the bureau's final count\"}");
        corrected = moment();
    }

    @Test
    void whatMovedStandsBesideWhatItWasWithThoseWhoMovedIt() {
        JsonNode answer = compare("from=" + registered + "&to=" + corrected).json();
        assertThat(ids(answer)).containsExactly("indicator/I01", "indicator/I21");
        JsonNode moved = answer.path("items").get(0);
        assertThat(moved.path("before").path("rating").asText()).isEqualTo("no-data");
        assertThat(moved.path("after").path("rating").asText()).isEqualTo("on-track");
        assertThat(change(moved, "value").path("from").isNull()).isTrue();
        assertThat(change(moved, "value").path("to").decimalValue()).isEqualByComparingTo("4000");
        List<String> types = new ArrayList<>();
        moved.path("events").forEach(event -> types.add(event.path("type").asText()));
        assertThat(types).containsSubsequence("ProgressReported", "WarningRaised", "ReportCorrected", "WarningCleared");
        assertThat(moved.path("events").toString())
                .contains("the bureau's final count")
                .contains("\"role\":\"planning-office\"");
        // Of the plan as a whole: two more indicators are on track.
        assertThat(answer.path("plan").toString()).contains("ratings");
    }

    @Test
    void eachMomentIsTakenAsItWasKnownThen() {
        JsonNode between = compare("from=" + registered + "&to=" + reported).json();
        assertThat(between.path("items").get(0).path("after").path("rating").asText())
                .isEqualTo("at-risk");
        JsonNode since = compare("from=" + reported).json();
        assertThat(ids(since)).containsExactly("indicator/I01");
        JsonNode moved = since.path("items").get(0);
        assertThat(change(moved, "completion").path("from").decimalValue()).isEqualByComparingTo("0.357798");
        assertThat(change(moved, "rating").path("to").asText()).isEqualTo("on-track");
        assertThat(compare("from=" + corrected + "&to=" + corrected).json().path("items"))
                .isEmpty();
    }

    @Test
    void aMomentOfJustNowIsNotLaterThanThePresent() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> reporting = CompletableFuture.runAsync(() -> {
            for (int i = 0; !over.get(); i++) {
                office.post(
                        indicator("I01") + "/reports/2022/correction",
                        "{\"value\":" + (4001 + i % 2) + ",\"unit\":\"亿元\",\"reason\":\"counted again\"}");
            }
        });
        try {
            for (int i = 0; i < 150; i++) {
                assertThat(compare("from=" + Instant.now().truncatedTo(ChronoUnit.MILLIS))
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            over.set(true);
            reporting.join();
        }
    }

    @Test
    void itIsFilteredAndPaged() {
        String both = "from=" + registered + "&to=" + corrected;
        assertThat(ids(compare(both + "&subject=indicator/I21").json())).containsExactly("indicator/I21");
        assertThat(ids(compare(both + "&rating=on-track&kind=project").json())).isEmpty();
        JsonNode first = compare(both + "&limit=1").json();
        assertThat(ids(first)).containsExactly("indicator/I01");
        JsonNode second =
                compare(both + "&limit=1&cursor=" + first.path("next").asText()).json();
        assertThat(ids(second)).containsExactly("indicator/I21");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void momentsThatCannotBeComparedAreRefused() {
        assertThat(compare("to=" + reported).status()).isEqualTo(400);
        assertThat(compare("from=2001-01-01T00:00:00Z").status()).isEqualTo(404);
        assertThat(compare("from=2999-01-01T00:00:00Z").status()).isEqualTo(422);
        assertThat(compare("from=" + corrected + "&to=" + registered).status()).isEqualTo(400);
        assertThat(compare("from=" + registered + "&asOf=" + reported).status()).isEqualTo(400);
        assertThat(TestClient.anonymous(tracker.port())
                        .get(COMPARE + "?from=" + registered)
                        .status())
                .isEqualTo(401);
    }

    /** When the last event so far was recorded. */
    private String moment() {
        JsonNode events =
                office.get(TestClient.PLAN + "/events?limit=1000").json().path("items");
        String recordedAt = events.get(events.size() - 1).path("recordedAt").asText();
        return URLEncoder.encode(recordedAt, StandardCharsets.UTF_8);
    }

    private TestClient.Answer compare(String parameters) {
        return office.get(COMPARE + "?" + parameters);
    }

    private static JsonNode change(JsonNode moved, String field) {
        for (JsonNode change : moved.path("changes")) {
            if (change.path("field").asText().equals(field)) {
                return change;
            }
        }
        throw new AssertionError("no change of " + field + " in " + moved);
    }
}
