package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the whole JVM, broker included, while eight clients post. */
class KillIT {
    private static final int CLIENTS = 8;
    private static final int ANSWERS_BEFORE_THE_KILL = 150;

    private final Map<String, JsonNode> answered = new ConcurrentHashMap<>();

    @Test
    void everyAnsweredReportIsThereOnceAndNoVersionIsMissing(@TempDir Path data) throws InterruptedException {
        int port = TrackerProcess.freePort();
        try (TrackerProcess tracker = TrackerProcess.start(data, port)) {
            postUntilKilled(tracker, TestClient.of(port, data, "planning-office"));
        }
        assertThat(answered.size()).isGreaterThanOrEqualTo(ANSWERS_BEFORE_THE_KILL);

        try (TrackerProcess again = TrackerProcess.start(data, port)) {
            assertThat(again.console()).contains("0 events added");
            check(TestClient.of(port, data, "planning-office"));
        }
    }

    /** Each client has indicators of its own, and reports the months of the plan, one after the other. */
    private void postUntilKilled(TrackerProcess tracker, TestClient office) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
        AtomicBoolean killed = new AtomicBoolean();
        for (int client = 0; client < CLIENTS; client++) {
            String id = "I%02d".formatted(client + 1);
            String unit = office.get(TestClient.PLAN + "/indicators/" + id)
                    .json()
                    .path("unit")
                    .asText();
            clients.execute(() -> {
                for (int month = 0; month < 60 && !killed.get(); month++) {
                    String period = "%d-%02d".formatted(2021 + month / 12, month % 12 + 1);
                    try {
                        TestClient.Answer answer = office.post(
                                TestClient.PLAN + "/indicators/" + id + "/reports",
                                "{\"period\":\"%s\",\"value\":%d,\"unit\":\"%s\"}".formatted(period, month, unit),
                                "Idempotency-Key",
                                id + period);
                        if (answer.status() == 201) {
                            answered.put(id + " " + period, answer.json());
                            enough.countDown();
                        }
                    } catch (RuntimeException cutOff) {
                        return;
                    }
                }
            });
        }
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        tracker.kill();
        killed.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void check(TestClient office) {
        List<String> reported = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        Map<String, Long> versions = new HashMap<>();
        Map<String, JsonNode> byPlace = new HashMap<>();
        String next = "0";
        while (next != null) {
            JsonNode page = office.get(TestClient.PLAN + "/events?limit=1000&after=" + next)
                    .json();
            for (JsonNode event : page.path("items")) {
                positions.add(event.path("position").longValue());
                String subject = event.path("kind").asText() + "/"
                        + event.path("subject").asText();
                assertThat(event.path("version").longValue()).isEqualTo(versions.merge(subject, 1L, Long::sum));
                if (event.path("type").asText().equals("ProgressReported")) {
                    String place = event.path("subject").asText() + " "
                            + event.path("period").asText();
                    reported.add(place);
                    byPlace.put(place, event);
                }
            }
            next = page.has("next") ? page.path("next").asText() : null;
        }
        assertThat(positions)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, positions.size())
                        .boxed()
                        .toList());
        assertThat(reported).doesNotHaveDuplicates().containsAll(answered.keySet());
        answered.forEach((place, answer) -> {
            JsonNode event = byPlace.get(place);
            assertThat(event.path("id")).isEqualTo(answer.at("/eventIds/0"));
            // What followed from the report, a warning perhaps, stands behind it and is in the answer too.
            long following = answer.path("eventIds").size() - 1L;
            assertThat(event.path("version").longValue() + following)
                    .isEqualTo(answer.path("version").longValue());
            assertThat(event.path("position").longValue() + following)
                    .isEqualTo(answer.path("position").longValue());
        });
        // And a repetition after the restart gets the answer from before it.
        String place = answered.keySet().iterator().next();
        String id = place.split(" ")[0];
        String period = place.split(" ")[1];
        JsonNode data = byPlace.get(place).at("/data/report");
        TestClient.Answer repeated = office.post(
                TestClient.PLAN + "/indicators/" + id + "/reports",
                "{\"period\":\"%s\",\"value\":%s,\"unit\":\"%s\"}"
                        .formatted(
                                period,
                                data.path("value").asText(),
                                data.path("unit").asText()),
                "Idempotency-Key",
                id + period);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.json()).isEqualTo(answered.get(place));
    }
}
