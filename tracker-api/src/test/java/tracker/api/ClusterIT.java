package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one Kafka: whichever is asked, the answer is the same; and one that goes leaves nothing unanswered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    private static final List<String> PLANS =
            IntStream.range(0, 6).mapToObj(number -> "zone-" + number).toList();
    private static final List<String> NODES = List.of("one", "two");

    private SeveralNodes nodes;

    @BeforeAll
    void start(@TempDir Path directory) {
        nodes = new SeveralNodes(directory);
        NODES.forEach(node -> nodes.start(node, Map.of()));
        PLANS.forEach(plan -> assertThat(office("one").postFile("/api/v1/plans", PlanArchive.simulated(plan)))
                .extracting(TestClient.Answer::status)
                .isEqualTo(201));
        bothHoldSomething();
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void whicheverNodeIsAskedTheAnswerIsTheSame() {
        for (String plan : PLANS) {
            for (String path : List.of("", "/indicators?limit=5", "/projects/P01", "/departments", "/events?limit=3")) {
                TestClient.Answer one = office("one").get(path(plan) + path);
                TestClient.Answer two = office("two").get(path(plan) + path);

                assertThat(one.status()).as(path).isEqualTo(200);
                assertThat(two.status()).isEqualTo(200);
                assertThat(two.bytes()).isEqualTo(one.bytes());
                assertThat(two.header("ETag")).isEqualTo(one.header("ETag"));
            }
        }
        assertThat(office("two").get("/api/v1/plans/none").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrittenByOneNodeIsReadByTheOther() {
        for (String plan : PLANS) {
            TestClient.Answer written = office("one")
                    .post(path(plan) + "/indicators/I01/reports", RunningTracker.report("2022", "3600.5", "亿元"));
            TestClient.Answer read = office("two")
                    .get(path(plan) + "/indicators/I01", "Tracker-Position", written.header("Tracker-Position"));

            assertThat(written.status()).isEqualTo(201);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.json().path("version")).isEqualTo(written.json().path("version"));
            assertThat(office("two")
                            .get(
                                    path(plan) + "/indicators/I01",
                                    "Tracker-Position",
                                    written.header("Tracker-Position"),
                                    "If-None-Match",
                                    read.header("ETag"))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void theListOfPlansIsWholeOnEveryNode() {
        for (String node : NODES) {
            assertThat(RunningTracker.ids(office(node).get("/api/v1/plans").json()))
                    .contains("changsha-hitech-14fyp")
                    .containsAll(PLANS);
        }
    }

    @Test
    void eventsStreamThroughAnyNode() throws Exception {
        for (String plan : PLANS) {
            for (String node : NODES) {
                String position = office("one")
                        .post(
                                path(plan) + "/indicators/I02/reports",
                                RunningTracker.report("202" + (2 + NODES.indexOf(node)), "5", "亿元"))
                        .header("Tracker-Position");
                long last = Long.parseLong(position.substring(position.indexOf('@') + 1));

                assertThat(firstEvent(node, plan, last - 1)).isEqualTo("id: " + last);
            }
        }
    }

    @Test
    void anAsynchronousWriteIsAskedForByAnyNode() {
        for (String plan : PLANS) {
            TestClient.Answer pending = office("one")
                    .post(
                            path(plan) + "/indicators/I03/reports",
                            RunningTracker.report("2022", "7", "亿元"),
                            "Prefer",
                            "respond-async");
            assertThat(pending.status()).isIn(201, 202);
            if (pending.status() == 202) {
                await().untilAsserted(() -> assertThat(
                                office("two").get(pending.header("Location")).status())
                        .isEqualTo(200));
            }
        }
    }

    @Test
    void theWholeLogIsArchivedAndVerifiedByAnyNode() {
        for (String node : NODES) {
            TestClient auditor = nodes.client(node, "auditor");
            TestClient.Answer archive = auditor.get("/api/v1/audit/archive");
            assertThat(archive.status()).isEqualTo(200);
            for (String plan : List.of(PLANS.get(0), PLANS.get(1))) {
                TestClient.Answer verified = auditor.postStream(
                        path(plan) + "/audit/verify", java.net.http.HttpRequest.BodyPublishers.noBody());
                assertThat(verified.json().path("verified").asBoolean())
                        .as(verified.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void aCheckpointOfAnyPartitionIsHeldAgainstTheLogByAnyNode() {
        for (String plan : PLANS) {
            JsonNode event = nodes.client("one", "auditor")
                    .get(path(plan) + "/events?limit=1")
                    .json()
                    .at("/items/0");
            JsonNode proof = nodes.client("two", "auditor")
                    .get(path(plan) + "/audit/proofs/" + event.path("id").asText())
                    .json();
            String kept = "{\"checkpoint\":" + proof.at("/checkpoint/note") + "}";
            for (String asked : PLANS) {
                assertThat(nodes.client("two", "auditor")
                                .post(path(asked) + "/audit/verify", kept)
                                .json()
                                .path("verified")
                                .asBoolean())
                        .isTrue();
            }
        }
    }

    @Test
    void aLargeFileIsHandedOnAsItComes() {
        byte[] file = new byte[3 << 20];
        new Random(7).nextBytes(file);
        for (String plan : PLANS) {
            TestClient.Answer stored = office("two").postFile(path(plan) + "/evidence?name=a.bin", file);
            assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
            TestClient.Answer taken = nodes.client("one", "auditor")
                    .get(path(plan) + "/evidence/"
                            + stored.json().path("sha256").asText());
            assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
            assertThat(taken.bytes()).isEqualTo(file);
        }
    }

    @Test
    void whoIsRefusedByOneNodeIsRefusedByTheOther() {
        for (String plan : PLANS) {
            for (String node : NODES) {
                assertThat(nodes.client(node, "dashboard")
                                .post(path(plan) + "/indicators/I01/reports", RunningTracker.report("2023", "1", "亿元"))
                                .status())
                        .isEqualTo(403);
                assertThat(TestClient.anonymous(nodes.port(node))
                                .get(path(plan) + "/events")
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aPassThatNoNodeHasSignedOpensNothing() {
        TestClient nobody = TestClient.anonymous(nodes.port("one"));
        for (String pass :
                List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwicm9sZSI6InBsYW5uaW5nLW9mZmljZSJ9.")) {
            assertThat(nobody.get(path(PLANS.get(0)) + "/events", "Tracker-Hop", pass)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(office("one").get(path(PLANS.get(0)), "Tracker-Hop", "x").status())
                .isEqualTo(401);
    }

    @Test
    void noNodeIsMissedWhileTheyAreStartedAnewOneAfterTheOther() throws Exception {
        for (String leaving : NODES) {
            String staying = NODES.get(1 - NODES.indexOf(leaving));
            AtomicBoolean done = new AtomicBoolean();
            List<CompletableFuture<List<String>>> callers = PLANS.stream()
                    .map(plan -> CompletableFuture.supplyAsync(() -> writesAndReads(staying, plan, done)))
                    .toList();

            nodes.stop(leaving);
            nodes.start(leaving, Map.of());
            bothHoldSomething();
            done.set(true);

            for (CompletableFuture<List<String>> caller : callers) {
                assertThat(caller.get(60, TimeUnit.SECONDS)).isEmpty();
            }
        }
    }

    @Test
    void aNodeWithoutStoresAnswersAllTheSame() {
        nodes.start("three", Map.of("tracker.roles", "api"));
        try {
            whatIsAnsweredBy("three");
        } finally {
            nodes.stop("three");
        }
    }

    @Test
    void theViewsAreBuiltAnewOnAllNodesAndReadOnceTheyAreEqual() {
        TestClient operator = nodes.client("two", "operator");
        int before = operator.get("/api/v1/views").json().at("/active/number").asInt();
        JsonNode begun = operator.post("/api/v1/views/rebuild", "").json();
        int built = begun.at("/standby/number").asInt();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(NODES).allSatisfy(node -> assertThat(nodes.client(node, "operator")
                                .get("/api/v1/views")
                                .json()
                                .at("/standby/caughtUp")
                                .asBoolean())
                        .isTrue()));

        JsonNode comparison = operator.get("/api/v1/views/comparison").json();
        assertThat(comparison.path("equal").asBoolean())
                .as(comparison.toString())
                .isTrue();
        assertThat(comparison.path("plans")).hasSizeGreaterThan(PLANS.size());
        assertThat(operator.post("/api/v1/views/switch", "{\"to\":" + built + "}")
                        .status())
                .isEqualTo(200);

        for (String node : NODES) {
            await().untilAsserted(() -> assertThat(nodes.client(node, "operator")
                            .get("/api/v1/views")
                            .json()
                            .at("/active/number")
                            .asInt())
                    .isEqualTo(built)
                    .isNotEqualTo(before));
            PLANS.forEach(
                    plan -> assertThat(office(node).get(path(plan)).status()).isEqualTo(200));
        }
        assertThat(operator.delete("/api/v1/views/standby").status()).isEqualTo(200);
    }

    private void whatIsAnsweredBy(String node) {
        assertThat(RunningTracker.ids(office(node).get("/api/v1/plans").json())).containsAll(PLANS);
        for (String plan : PLANS) {
            TestClient.Answer written =
                    office(node).post(path(plan) + "/indicators/I04/reports", RunningTracker.report("2022", "1", "亿元"));
            assertThat(written.status()).as(written.toString()).isEqualTo(201);
            assertThat(office(node)
                            .get(path(plan) + "/indicators/I04", "Tracker-Position", written.header("Tracker-Position"))
                            .bytes())
                    .isEqualTo(office("one").get(path(plan) + "/indicators/I04").bytes());
        }
    }

    /** What was answered otherwise than it should have been. */
    private List<String> writesAndReads(String node, String plan, AtomicBoolean done) {
        List<String> wrong = new ArrayList<>();
        TestClient client = office(node);
        for (int month = 0; !done.get(); month++) {
            String note = "{\"period\":\"%d-%02d\",\"value\":%d,\"unit\":\"亿元\"}"
                    .formatted(2021 + month / 12 % 5, month % 12 + 1, month);
            TestClient.Answer written = client.post(path(plan) + "/indicators/I05/reports", note);
            if (written.status() != 201 && written.status() != 409) {
                wrong.add("written: " + written);
            }
            TestClient.Answer read = client.get(path(plan) + "/indicators/I05");
            if (read.status() != 200) {
                wrong.add("read: " + read);
            }
        }
        return wrong;
    }

    /** A node that has just come takes its share once it has what it needs for it. */
    private void bothHoldSomething() {
        await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> assertThat(NODES)
                .allSatisfy(
                        node -> assertThat(nodes.places(node).partitionsHere()).isNotEmpty()));
    }

    private String firstEvent(String node, String plan, long after) throws IOException, InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                office(node).stream(path(plan) + "/events/stream?after=" + after), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("id:"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private TestClient office(String node) {
        return nodes.client(node, "planning-office");
    }

    private static String path(String plan) {
        return "/api/v1/plans/" + plan;
    }
}
