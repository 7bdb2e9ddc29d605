package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.backup.BackupRefusedException;
import tracker.streams.domain.Text;

/** Backup, wipe, restore: the same views, the same digests, the same checkpoints, and the write path goes on where it was. */
class BackupIT {
    private static final String INDICATOR = TestClient.PLAN + "/indicators/I01";
    private static final String DAYS = TestClient.PLAN + "/events?type=DayTurned";
    private static final String CHECKPOINTS = TestClient.PLAN + "/audit/checkpoints";
    private static final byte[] FILE = "proof of it".getBytes(StandardCharsets.UTF_8);
    private static final List<String> ANSWERS = List.of(
            TestClient.PLAN,
            TestClient.PLAN + "/indicators",
            TestClient.PLAN + "/projects",
            TestClient.PLAN + "/warnings",
            INDICATOR + "/history",
            TestClient.PLAN + "/events?limit=1000");

    @Test
    void whatIsBroughtBackIsWhatWasThere(@TempDir Path directory) throws IOException {
        Path data = directory.resolve("data");
        Path backup = directory.resolve("backup");
        List<String> before;
        JsonNode checkpoints;
        String answer;
        String evidence;
        String tokens;
        try (Tracker tracker = start(data)) {
            TestClient office = TestClient.of(tracker.port(), data, "planning-office");
            answer = office.post(
                            INDICATOR + "/reports",
                            RunningTracker.report("2022", "3600", "亿元"),
                            "Idempotency-Key",
                            "once")
                    .toString();
            office.post(INDICATOR + "/reports", RunningTracker.report("2023", "3900", "亿元"));
            evidence = office.postFile(TestClient.PLAN + "/evidence?name=proof.txt", FILE)
                    .header("Location");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> office.get(DAYS).json().path("items").size() == 1);
            checkpoints = office.get(CHECKPOINTS).json().path("items");
            before = read(office);
            tokens = Files.readString(data.resolve("tokens.json"));
        }

        Text taken = maintain(Map.of("tracker.data", data.toString(), "tracker.backup", backup.toString()));
        assertThat(taken.en()).matches("\\d{3} events backed up to .*");
        try (Stream<Path> files = Files.walk(backup)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> backup.relativize(file).toString()))
                    .contains(
                            "log.avro",
                            "topics.avro",
                            "manifest.json",
                            "keys/token-hashes.json",
                            "keys/checkpoint-keys")
                    .doesNotContain("keys/tokens.json");
        }

        Path wiped = directory.resolve("wiped");
        assertThat(maintain(Map.of("tracker.data", wiped.toString(), "tracker.restore", backup.toString()))
                        .en())
                .isEqualTo(taken.en().replaceFirst(" backed up .*", " brought back from " + backup + ", and verified"));
        Files.writeString(wiped.resolve("tokens.json"), tokens);
        try (Tracker tracker = start(wiped)) {
            TestClient office = TestClient.of(tracker.port(), wiped, "planning-office");
            assertThat(read(office)).isEqualTo(before);
            long version = office.get(INDICATOR).json().path("version").asLong();
            assertThat(office.get(CHECKPOINTS).json().path("items")).containsAll(checkpoints);
            assertThat(office.get(evidence).bytes()).isEqualTo(FILE);
            assertThat(office.post(TestClient.PLAN + "/audit/verify", "")
                            .json()
                            .path("verified")
                            .asBoolean())
                    .isTrue();
            assertThat(office.post(
                                    INDICATOR + "/reports",
                                    RunningTracker.report("2022", "3600", "亿元"),
                                    "Idempotency-Key",
                                    "once")
                            .toString())
                    .as("answered before the backup, and not done again")
                    .isEqualTo(answer);
            assertThat(office.post(INDICATOR + "/reports", RunningTracker.report("2024", "4300", "亿元"))
                            .json()
                            .path("version")
                            .asLong())
                    .as("on top of what was brought back")
                    .isGreaterThan(version);
        }
    }

    @Test
    void aBackupThatWasChangedIsRefusedAndSoIsAFullPlace(@TempDir Path directory) throws IOException {
        Path data = directory.resolve("data");
        Path backup = directory.resolve("backup");
        start(data).close();
        maintain(Map.of("tracker.data", data.toString(), "tracker.backup", backup.toString()));

        assertThatThrownBy(() -> maintain(Map.of("tracker.data", data.toString(), "tracker.backup", backup.toString())))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(
                        () -> maintain(Map.of("tracker.data", data.toString(), "tracker.restore", backup.toString())))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("empty ones only");
        Path place = directory.resolve("place");
        assertThatThrownBy(() -> maintain(Map.of(
                        "tracker.data",
                        place.toString(),
                        "tracker.restore",
                        backup.toString(),
                        "tracker.partitions",
                        5)))
                .hasMessageContaining("tracker.partitions=4");
        byte[] log = Files.readAllBytes(backup.resolve("log.avro"));
        log[log.length / 2] ^= 1;
        Files.write(backup.resolve("log.avro"), log);
        assertThatThrownBy(
                        () -> maintain(Map.of("tracker.data", place.toString(), "tracker.restore", backup.toString())))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("log.avro");
        Files.delete(backup.resolve("manifest.json"));
        assertThatThrownBy(
                        () -> maintain(Map.of("tracker.data", place.toString(), "tracker.restore", backup.toString())))
                .hasMessageContaining("no finished backup");
    }

    private static Tracker start(Path data) {
        return Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {});
    }

    private static Text maintain(Map<String, Object> settings) {
        try (Ground ground = Ground.open(new HashMap<>(settings), step -> {}, before -> {})) {
            return Maintenance.run(ground);
        }
    }

    private static List<String> read(TestClient client) {
        return ANSWERS.stream().map(path -> client.get(path).toString()).toList();
    }
}
