package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dashboard is told of every subject that changes, with the state that each event left it in. */
class StateStreamIT extends RunningTracker {
    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @Test
    void eachChangeComesWithItsStateAndACutStreamGoesOn() throws Exception {
        long start = office.get(TestClient.PLAN).json().path("position").asLong();
        report("I01", "2022", "3600", "亿元");
        office.post(
                indicator("I01") + "/reports/2022/correction",
                "{\"value\":4000,\"unit\":\"亿元\",\"reason\":\"final count\"}");
        TestClient.Answer last = report("I21", "2021", "99.5", "%");
        long end = last.json().path("position").asLong();

        List<JsonNode> states = listen("/stream", start, end);
        assertThat(states).extracting(state -> state.path("position").asLong()).isSorted();
        assertThat(states).hasSize(Math.toIntExact(end - start));
        JsonNode first = states.get(0);
        assertThat(first.path("subject").asText()).isEqualTo("indicator/I01");
        assertThat(first.path("state").path("value").decimalValue()).isEqualByComparingTo("3600");
        JsonNode newest = states.get(states.size() - 1);
        assertThat(newest.path("state")).isEqualTo(office.get(indicator("I21")).json());

        long middle = states.get(1).path("position").asLong();
        List<JsonNode> rest = listen("/stream", middle, end);
        assertThat(rest).isEqualTo(states.subList(2, states.size()));
        // Of the corrected report the state that its own event left, and not today's.
        assertThat(states.get(1).path("state").path("version").asLong())
                .isEqualTo(states.get(1).path("version").asLong());
    }

    @Test
    void onlyTheKindsThatWereAskedForAreSent() throws Exception {
        long start = office.get(TestClient.PLAN).json().path("position").asLong();
        report("I15", "2021", "70", "亿元");
        TestClient.Answer project =
                office.post(TestClient.PLAN + "/projects/P01/reports", "{\"period\":\"2021\",\"percentComplete\":10}");
        assertThat(project.status()).as("%s", project).isEqualTo(201);

        List<JsonNode> states = listen("/stream?kind=project", start, Long.MAX_VALUE);
        assertThat(states.get(0).path("subject").asText()).isEqualTo("project/P01");
    }

    @Test
    void whatPeopleSayIsSentToThoseWhoMayReadItBeforeItIsModerated() throws Exception {
        long start = office.get(TestClient.PLAN).json().path("position").asLong();
        TestClient.Answer said =
                TestClient.anonymous(tracker.port()).post(TestClient.PLAN + "/feedback", "{\"text\":\"路灯什么时候亮？\"}");
        assertThat(said.status()).as("%s", said).isEqualTo(201);

        List<JsonNode> states = listen("planning-office", "/stream?kind=feedback", start, Long.MAX_VALUE);
        assertThat(states.get(0).at("/state/text").asText()).isEqualTo("路灯什么时候亮？");

        TestClient.Answer refused = client("dashboard").get(TestClient.PLAN + "/stream?kind=feedback");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("missingRight").asText()).isEqualTo("read-feedback");
    }

    /** What comes after {@code after} up to {@code end}; only the first where the end is not known. */
    private List<JsonNode> listen(String path, long after, long end) throws Exception {
        return listen("dashboard", path, after, end);
    }

    private List<JsonNode> listen(String who, String path, long after, long end) throws Exception {
        List<JsonNode> states = new ArrayList<>();
        try (CutStream stream = new CutStream(tracker.port(), Integer.MAX_VALUE, false)) {
            stream.read(TestClient.PLAN + path, client(who).token(), String.valueOf(after), message -> {
                assertThat(message.name()).isEqualTo("state");
                JsonNode state = TestClient.parse(message.data());
                assertThat(message.id()).isEqualTo(state.path("position").asText());
                states.add(state);
                return end != Long.MAX_VALUE && state.path("position").asLong() < end;
            });
        }
        return states;
    }
}
