package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes to one plan and reads it back over HTTP, and keeps what was answered at each moment, to be held against the past. */
abstract class PlanDiary {
    static final String PLAN = "/api/v1/plans/year";

    static final String I01 = PLAN + "/indicators/I01";

    static final String P12 = PLAN + "/projects/P12";

    static final List<String> SEEN_PATHS = List.of(
            PLAN,
            I01,
            I01 + "/series",
            I01 + "/history",
            P12,
            P12 + "/history",
            PLAN + "/indicators?collection=core&sort=-pace",
            PLAN + "/projects?limit=1000",
            PLAN + "/tasks",
            PLAN + "/assessments",
            PLAN + "/goals/comprehensive-strength",
            PLAN + "/categories/industry",
            PLAN + "/departments/economy",
            PLAN + "/industries",
            PLAN + "/unassigned",
            PLAN + "/warnings?limit=1000",
            PLAN + "/calendar?department=economy",
            PLAN + "/public");

    final Map<String, Map<String, TestClient.Answer>> seen = new TreeMap<>();

    TestClient office;

    TestClient economy;

    String position;

    /** Whatever was answered at a moment is answered for that moment ever after, to the byte. */
    void thePastIsAsItWas() {
        assertThat(seen).hasSize(8);
        seen.forEach((moment, answers) -> answers.forEach((path, was) -> {
            String asOf = path + (path.contains("?") ? "&" : "?") + "asOf=" + moment;
            TestClient.Answer answer = office.get(asOf);
            assertThat(answer.status()).as(asOf + " " + answer).isEqualTo(200);
            assertThat(answer.header("ETag")).as(asOf).isEqualTo(was.header("ETag"));
            assertThat(answer.toString()).as(asOf).isEqualTo(was.toString());
        }));
        assertThat(office.get(PLAN + "?asOf=2021-01-04T00:59:59Z")
                        .json()
                        .path("type")
                        .asText())
                .isEqualTo("/problems/before-the-plan");
        assertThat(office.get(PLAN + "?asOf=2099-01-01T00:00:00Z").status()).isEqualTo(422);
        assertThat(office.get(PLAN + "?asOf=yesterday").status()).isEqualTo(400);
        assertThat(office.get(P12 + "?asOf=2021-01-04T01:00:00Z")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("preparation");
        JsonNode third = office.get(I01 + "?asOfVersion=3").json();
        assertThat(third.path("version").intValue()).isEqualTo(3);
        assertThat(third.path("frequency").asText()).isEqualTo("year");
        assertThat(office.get(I01 + "?asOfVersion=999").status()).isEqualTo(404);
    }

    void adjust(String changes, String reason) {
        written(office.post(
                PLAN + "/adjustments",
                "{\"subject\":\"indicator/I01\",\"changes\":%s,\"reason\":\"%s\",\"reference\":\"文〔2021〕1 号\"}"
                        .formatted(changes, reason)));
    }

    TestClient.Answer report(String period, String value) {
        return economy.post(
                I01 + "/reports", "{\"period\":\"%s\",\"value\":%s,\"unit\":\"亿元\"}".formatted(period, value));
    }

    void turn(String day) {
        written(office.post(PLAN + "/days", "{\"day\":\"" + day + "\"}"));
    }

    void written(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        position = answer.header("Tracker-Position");
        String moment = answer.json().path("recordedAt").asText(null);
        if (position == null || moment == null) {
            return;
        }
        Map<String, TestClient.Answer> answers = new TreeMap<>();
        SEEN_PATHS.forEach(path -> answers.put(path, office.get(path, "Tracker-Position", position)));
        // The clock of a simulated plan stands still between two days: of what has one time the last counts.
        seen.put(moment, answers);
    }

    void progress(String completion, String expected, String pace, String rating) {
        JsonNode state = read(I01);
        assertThat(List.of(
                        state.path("completion").decimalValue().toPlainString(),
                        state.path("expected").decimalValue().toPlainString(),
                        state.path("pace").decimalValue().toPlainString(),
                        state.path("rating").asText()))
                .containsExactly(completion, expected, pace, rating);
    }

    JsonNode plan() {
        return read(PLAN);
    }

    /** The open warnings, by subject; the plan's own count says as many. */
    List<String> warnings() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> open = new ArrayList<>();
        read(PLAN + "/warnings?state=open&sort=subject&limit=1000")
                .path("items")
                .forEach(warning -> {
                    open.add(warning.path("subject").asText() + " "
                            + warning.path("rule").asText());
                    counts.merge(warning.path("rule").asText(), 1, Integer::sum);
                });
        JsonNode counted = plan().path("warnings");
        assertThat(counted).hasSize(counts.size());
        counts.forEach(
                (rule, count) -> assertThat(counted.path(rule).intValue()).isEqualTo(count));
        return open;
    }

    List<String> calendar(String from, String to) {
        List<String> due = new ArrayList<>();
        read(PLAN + "/calendar?department=economy&from=" + from + "&to=" + to)
                .path("items")
                .forEach(entry -> {
                    if (entry.path("subject").asText().equals("indicator/I01")) {
                        due.add(entry.path("period").asText() + " "
                                + entry.path("due").asText() + " "
                                + entry.path("state").asText());
                    }
                });
        return due;
    }

    static int indexOf(JsonNode subjects, String subject) {
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).path("subject").asText().equals(subject)) {
                return i;
            }
        }
        return -1;
    }

    JsonNode read(String path) {
        String encoded = java.net.URI.create(path.replace(" ", "%20")).toASCIIString();
        TestClient.Answer answer =
                position == null ? office.get(encoded) : office.get(encoded, "Tracker-Position", position);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(200);
        return answer.json();
    }

    static JsonNode json(String text) {
        return TestClient.parse(text);
    }
}
