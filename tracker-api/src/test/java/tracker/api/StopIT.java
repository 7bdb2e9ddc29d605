package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was asking when the tracker was stopped is answered, and not told of a fault. */
class StopIT {
    @TempDir
    private Path data;

    @Test
    void aRequestThatWaitsIsAnsweredBeforeTheEnd() {
        try (Tracker tracker = Tracker.start(
                Map.of("tracker.port", -1, "tracker.data", data.toString(), "tracker.read-wait", "4s"), step -> {})) {
            TestClient office = TestClient.of(tracker.port(), data, "planning-office");
            CompletableFuture<TestClient.Answer> waiting = CompletableFuture.supplyAsync(
                    () -> office.get(TestClient.PLAN, "Tracker-Position", "changsha-hitech-14fyp@1000000"));
            await().until(() -> tracker.requests() == 1);

            tracker.close();

            assertThat(waiting.join().status()).as("%s", waiting.join()).isEqualTo(503);
            assertThat(waiting.join().json().path("type").asText()).isEqualTo("/problems/not-ready");
        }
    }
}
