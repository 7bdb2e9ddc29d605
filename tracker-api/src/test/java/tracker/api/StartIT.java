package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start as a user meets it. */
class StartIT {
    private static final Pattern RESIDENT = Pattern.compile("ready \\((\\d+) MiB\\)");

    @Test
    void aRestartAddsNothingAndShowsTheSame(@TempDir Path data) throws IOException {
        int port = TrackerProcess.freePort();
        List<String> paths = List.of(
                TestClient.PLAN,
                TestClient.PLAN + "/indicators",
                TestClient.PLAN + "/projects",
                TestClient.PLAN + "/tasks",
                TestClient.PLAN + "/indicators/I01/history",
                TestClient.PLAN + "/events?limit=1000");
        List<String> before;
        String tokens;
        try (TrackerProcess tracker = TrackerProcess.start(data, port)) {
            TestClient office = TestClient.of(port, data, "planning-office");
            office.post(
                    TestClient.PLAN + "/indicators/I01/reports",
                    "{\"period\":\"2022\",\"value\":3600,\"unit\":\"亿元\"}");
            before = read(office, paths);
            tokens = Files.readString(data.resolve("tokens.json"));
            assertThat(tracker.console()).contains("320 events added");
            Matcher resident = RESIDENT.matcher(tracker.console());
            assertThat(resident.find()).isTrue();
            assertThat(Integer.parseInt(resident.group(1))).isBetween(100, 1024);

            try (TrackerProcess second = TrackerProcess.launch(data, TrackerProcess.freePort())) {
                assertThat(second.awaitExit()).isEqualTo(2);
                assertThat(second.console())
                        .contains("is in use by another process")
                        .contains("-Ddata=");
            }
            tracker.stop();
            assertThat(tracker.console()).contains("stopped");
        }

        try (TrackerProcess tracker = TrackerProcess.start(data, port)) {
            assertThat(tracker.console()).contains("0 events added");
            assertThat(Files.readString(data.resolve("tokens.json"))).isEqualTo(tokens);
            assertThat(read(TestClient.of(port, data, "planning-office"), paths))
                    .isEqualTo(before);
        }
    }

    @Test
    void theDaysOfAllPlansHaveBegunOnceANodeIsReady(@TempDir Path data) {
        int port = TrackerProcess.freePort();
        List<String> plans = List.of("north", "south", "east", "west");
        try (TrackerProcess tracker = TrackerProcess.start(data, port)) {
            TestClient office = TestClient.of(port, data, "planning-office");
            for (String plan : plans) {
                assertThat(office.postFile("/api/v1/plans", PlanArchive.with(plan, "goals", file -> file))
                                .status())
                        .isEqualTo(201);
            }
            tracker.stop();
        }
        try (TrackerProcess tracker = TrackerProcess.start(data, port)) {
            TestClient office = TestClient.of(port, data, "planning-office");
            assertThat(plans)
                    .allSatisfy(plan -> assertThat(office.get("/api/v1/plans/" + plan + "/events?type=DayTurned")
                                    .json()
                                    .path("items"))
                            .isNotEmpty());
        }
    }

    @Test
    void tokensAreTheOwnersAloneAndStandInOneFileOnly(@TempDir Path data) throws IOException {
        int port = TrackerProcess.freePort();
        try (TrackerProcess tracker = TrackerProcess.start(data, port)) {
            Path file = data.resolve("tokens.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            List<String> tokens =
                    TestClient.JSON.readTree(Files.readAllBytes(file)).findValuesAsText("auditor");
            assertThat(TestClient.JSON.readTree(Files.readAllBytes(file)).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "planning-office",
                            "auditor",
                            "dashboard",
                            "operator",
                            "department:economy",
                            "department:construction");
            TestClient.of(port, data, "auditor").get(TestClient.PLAN);
            tracker.stop();
            try (var files = Files.walk(data)) {
                for (Path other : files.filter(Files::isRegularFile)
                        .filter(one -> !one.equals(file))
                        .toList()) {
                    assertThat(new String(Files.readAllBytes(other), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .as(other.toString())
                            .doesNotContain(tokens.get(0));
                }
            }
            assertThat(tracker.console()).doesNotContain(tokens.get(0));
        }
    }

    @Test
    void untilAStartIsDoneItIsToldHowFarItIsAndTheApiWaits(@TempDir Path data) {
        int port = TrackerProcess.freePort();
        int managementPort = TrackerProcess.freePort();
        Set<String> phases = new LinkedHashSet<>();
        Set<Integer> answers = new LinkedHashSet<>();
        try (TrackerProcess tracker =
                TrackerProcess.launch(data, port, List.of("-Dtracker.management-port=" + managementPort))) {
            TestClient management = TestClient.management(managementPort);
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptions()
                    .until(() -> {
                        TestClient.Answer readiness = management.get("/health/readiness");
                        phases.add(readiness
                                .json()
                                .at("/details/streams/details/phase")
                                .asText());
                        if (readiness.status() != 200) {
                            answers.add(TestClient.anonymous(port)
                                    .get(TestClient.PLAN)
                                    .status());
                        }
                        return readiness.status() == 200;
                    });
            // The broker's own: it names each record that came before its topic was whole, and is sent once more.
            assertThat(tracker.console().lines().filter(line -> !line.contains(" k.s.ReplicaManager ")))
                    .noneMatch(line -> line.contains(" ERROR "));
        }

        assertThat(phases).startsWith("restoring").endsWith("ready");
        assertThat(answers)
                .as("before it was ready, or in the moment when it became so")
                .first()
                .isEqualTo(503);
        assertThat(answers).isSubsetOf(401, 503);
    }

    @Test
    void aWrongSettingIsSaidWithWhatIsExpectedBeforeAnythingIsStarted(@TempDir Path data) {
        try (TrackerProcess tracker =
                TrackerProcess.launch(data, 0, List.of("-Dtracker.write-wait=soon", "-Dtracker.comit-interval=5ms"))) {
            assertThat(tracker.awaitExit()).isEqualTo(2);
            assertThat(tracker.console())
                    .contains("tracker.write-wait=soon (from system) must be a time")
                    .contains("is tracker.commit-interval meant?");
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void aTakenPortIsSaidAtOnce(@TempDir Path data) throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                TrackerProcess tracker = TrackerProcess.launch(data, taken.getLocalPort())) {
            assertThat(tracker.awaitExit()).isEqualTo(2);
            assertThat(tracker.console())
                    .contains("Port " + taken.getLocalPort() + " is in use")
                    .contains("-Dport=");
            assertThat(data).isEmptyDirectory();
        }
    }

    private static List<String> read(TestClient office, List<String> paths) {
        return paths.stream().map(path -> office.get(path).toString()).toList();
    }
}
