package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator has the views built anew while people read and write, goes over to them, and back: nobody notices. */
class RebuildIT {
    private static final String VIEWS = "/api/v1/views";
    private static final Duration BUILT_WITHIN = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void viewsAreRebuiltUnderLoadAndReadsGoOverAndBack() throws Exception {
        List<Thread> load = new ArrayList<>();
        String before;
        try (Tracker tracker = start()) {
            TestClient operator = client(tracker, "operator");
            load.add(thread(() -> writesAndReads(client(tracker, "planning-office"))));
            load.add(thread(() -> reads(client(tracker, "dashboard"))));
            await().until(() -> requests.get() > 50);

            assertThat(operator.post(VIEWS + "/rebuild", "").status()).isEqualTo(202);
            assertThat(operator.post(VIEWS + "/rebuild", "").status()).isEqualTo(409);
            assertThat(operator.post(VIEWS + "/switch", "{\"to\":7}").status()).isEqualTo(404);
            await().atMost(BUILT_WITHIN).until(() -> operator.get(VIEWS)
                    .json()
                    .path("standby")
                    .path("caughtUp")
                    .asBoolean());
            JsonNode comparison = operator.get(VIEWS + "/comparison").json();
            assertThat(comparison.path("equal").asBoolean())
                    .as("%s", comparison)
                    .isTrue();
            JsonNode plan = comparison.path("plans").get(0);
            assertThat(plan.path("position").asLong()).isGreaterThan(480);
            assertThat(plan.path("active").asText())
                    .isEqualTo(plan.path("standby").asText());

            switchTo(operator, 2);
            afterMoreLoad();
            switchTo(operator, 1);
            afterMoreLoad();
            switchTo(operator, 2);
            afterMoreLoad();
            assertThat(operator.delete(VIEWS + "/standby").status()).isEqualTo(200);
            afterMoreLoad();
            stopped.set(true);
            for (Thread thread : load) {
                thread.join();
            }
            assertThat(failures).isEmpty();
            before = state(client(tracker, "dashboard"));
            assertThat(operator.get(VIEWS).json().path("standby").isNull()).isTrue();
        }
        try (Tracker tracker = start()) {
            assertThat(client(tracker, "operator")
                            .get(VIEWS)
                            .json()
                            .path("active")
                            .path("number")
                            .asInt())
                    .isEqualTo(2);
            assertThat(state(client(tracker, "dashboard"))).isEqualTo(before);
            // What is raised is decided with the events: a view that is built anew raises nothing again.
            assertThat(raisedOnI01(client(tracker, "planning-office"))).isEqualTo(1);
        }
    }

    @Test
    void onlyTheOperatorMay() {
        try (Tracker tracker = start()) {
            for (String other : List.of("planning-office", "auditor", "dashboard", "department:economy")) {
                assertThat(client(tracker, other).post(VIEWS + "/rebuild", "").status())
                        .as(other)
                        .isEqualTo(403);
            }
            assertThat(client(tracker, "operator").get(VIEWS + "/comparison").status())
                    .isEqualTo(404);
            assertThat(client(tracker, "operator")
                            .post(
                                    TestClient.PLAN + "/indicators/I01/reports",
                                    "{\"period\":\"2021\",\"value\":3000,\"unit\":\"亿元\"}")
                            .status())
                    .isEqualTo(403);
        }
    }

    private static void switchTo(TestClient operator, int generation) {
        TestClient.Answer answer = operator.post(VIEWS + "/switch", "{\"to\":" + generation + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().path("active").path("number").asInt()).isEqualTo(generation);
    }

    private void afterMoreLoad() {
        int now = requests.get();
        await().until(() -> requests.get() > now + 30);
    }

    /** Each write is read back at once, by its token. */
    private void writesAndReads(TestClient office) {
        String reports = TestClient.PLAN + "/indicators/I01/reports";
        expect(office.post(reports, "{\"period\":\"2022\",\"value\":3600,\"unit\":\"亿元\"}"), 201);
        for (int i = 0; !stopped.get(); i++) {
            String value = String.valueOf(3601 + i % 7);
            TestClient.Answer written = office.post(
                    reports + "/2022/correction",
                    "{\"value\":%s,\"unit\":\"亿元\",\"reason\":\"load\"}".formatted(value));
            expect(written, 201);
            TestClient.Answer read = office.get(
                    TestClient.PLAN + "/indicators/I01", "Tracker-Position", written.header("Tracker-Position"));
            expect(read, 200);
            if (!value.equals(read.json().path("value").asText())) {
                failures.add("wrote " + value + ", read " + read);
            }
        }
    }

    /** What one reader sees never goes back. */
    private void reads(TestClient dashboard) {
        AtomicLong seen = new AtomicLong();
        while (!stopped.get()) {
            TestClient.Answer plan = dashboard.get(TestClient.PLAN);
            expect(plan, 200);
            long position = plan.json().path("position").asLong();
            if (position < seen.getAndSet(position)) {
                failures.add("position " + position + " after " + seen);
            }
            expect(dashboard.get(TestClient.PLAN + "/indicators?limit=5"), 200);
            expect(dashboard.get(TestClient.PLAN + "/projects/P01"), 200);
        }
    }

    private void expect(TestClient.Answer answer, int status) {
        requests.incrementAndGet();
        if (answer.status() != status) {
            failures.add(answer.toString());
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                failures.add(failed.toString());
            }
        });
        thread.start();
        return thread;
    }

    private static String state(TestClient client) {
        return client.get(TestClient.PLAN).toString()
                + client.get(TestClient.PLAN + "/indicators?limit=100")
                + client.get(TestClient.PLAN + "/warnings?limit=500");
    }

    private static int raisedOnI01(TestClient office) {
        int raised = 0;
        JsonNode events = office.get(TestClient.PLAN + "/events?subject=I01&type=WarningRaised")
                .json()
                .path("items");
        for (JsonNode event : events) {
            raised += event.path("data").path("rule").asText().equals("behind") ? 1 : 0;
        }
        return raised;
    }

    private TestClient client(Tracker tracker, String token) {
        return TestClient.of(tracker.port(), data, token);
    }

    private Tracker start() {
        return Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {});
    }
}
