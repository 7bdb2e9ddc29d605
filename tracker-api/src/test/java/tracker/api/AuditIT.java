package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.runtime.TrackerStreams;

/** The auditor takes the whole log away and verifies it without the tracker; what was done to it since is found. */
class AuditIT {
    private static final String REPORTS = TestClient.PLAN + "/indicators/I01/reports";

    @TempDir
    private Path home;

    @Test
    void anArchiveIsVerifiedOfflineAndExtendsTheOneBefore() throws Exception {
        Path data = home.resolve("data");
        Path trust = home.resolve("trust.json");
        Path first = home.resolve("first.avro");
        Path second = home.resolve("second.avro");
        Path plan = home.resolve("plan.avro");
        try (Tracker tracker = Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {})) {
            TestClient auditor = TestClient.of(tracker.port(), data, "auditor");
            TestClient office = TestClient.of(tracker.port(), data, "planning-office");
            Files.write(trust, auditor.get("/api/v1/audit/trust").bytes());
            assertThat(office.post(REPORTS, "{\"period\":\"2021\",\"value\":3000,\"unit\":\"亿元\"}")
                            .status())
                    .isEqualTo(201);
            Files.write(first, auditor.get("/api/v1/audit/archive").bytes());
            assertThat(office.post(REPORTS, "{\"period\":\"2022\",\"value\":3600,\"unit\":\"亿元\"}")
                            .status())
                    .isEqualTo(201);
            Files.write(second, auditor.get("/api/v1/audit/archive").bytes());
            Files.write(plan, auditor.get(TestClient.PLAN + "/export").bytes());
            assertThat(TestClient.of(tracker.port(), data, "dashboard")
                            .get("/api/v1/audit/archive")
                            .status())
                    .isEqualTo(403);
            JsonNode events =
                    auditor.get(TestClient.PLAN + "/events?limit=1000").json().path("items");
            assertThat(events(second)).hasSize(events.size());
            assertThat(events(plan)).hasSize(events.size());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("checkpoint-keys"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(trust)).doesNotContain("PRIVATE");

        Run verified = auditor(
                "verify",
                first.toString(),
                "--trust",
                trust.toString(),
                "--keep",
                home.resolve("kept").toString());
        assertThat(verified.code()).as(verified.output()).isZero();
        List<String> extending =
                new ArrayList<>(List.of("verify", second.toString(), "--trust", trust.toString(), "--json"));
        for (int partition = 0; partition < 4; partition++) {
            extending.add("--earlier");
            extending.add(home.resolve("kept/checkpoint-" + partition + ".txt").toString());
        }
        Run extended = auditor(extending.toArray(String[]::new));
        assertThat(extended.code()).as(extended.output()).isZero();
        assertThat(extended.output()).contains("\"verified\":true");

        Run ofThePlan = auditor("verify", plan.toString(), "--trust", trust.toString(), "--json");
        assertThat(ofThePlan.code()).as(ofThePlan.output()).isZero();
        assertThat(ofThePlan.output()).contains("\"treesVerified\":false");

        // The log of before, shown again as if nothing had happened since: the kept checkpoints of the second tell.
        Path kept = home.resolve("later");
        auditor("verify", second.toString(), "--trust", trust.toString(), "--keep", kept.toString());
        List<String> cut = new ArrayList<>(List.of("verify", first.toString(), "--trust", trust.toString()));
        for (int partition = 0; partition < 4; partition++) {
            cut.add("--earlier");
            cut.add(kept.resolve("checkpoint-" + partition + ".txt").toString());
        }
        Run truncated = auditor(cut.toArray(String[]::new));
        assertThat(truncated.code()).as(truncated.output()).isEqualTo(1);
        assertThat(truncated.output()).contains("NOT_EXTENDED");

        byte[] flipped = Files.readAllBytes(second);
        flipped[flipped.length / 2] ^= 0x10;
        Path tampered = home.resolve("tampered.avro");
        Files.write(tampered, flipped);
        assertThat(auditor("verify", tampered.toString(), "--trust", trust.toString())
                        .code())
                .isEqualTo(1);
        assertThat(auditor("verify", home.resolve("none").toString(), "--trust", trust.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void anArchiveThatTheViewsAreNotReadyForIsRefusedRatherThanBrokenOff() throws Exception {
        Path data = home.resolve("lagging");
        Map<String, Object> settings =
                Map.of("tracker.port", -1, "tracker.data", data.toString(), "tracker.read-wait", "1s");
        Ground ground = Ground.open(settings, step -> {}, before -> {});
        try (Tracker tracker = Tracker.start(ground, step -> {})) {
            TestClient auditor = TestClient.of(tracker.port(), data, "auditor");
            TestClient office = TestClient.of(tracker.port(), data, "planning-office");
            KafkaStreams views =
                    ground.get(TrackerStreams.class).views().active().views().streams();
            views.pause();
            assertThat(office.post(REPORTS, "{\"period\":\"2021\",\"value\":3000,\"unit\":\"亿元\"}")
                            .status())
                    .isEqualTo(201);
            TestClient.Answer lagging = auditor.get("/api/v1/audit/archive");
            assertThat(lagging.status()).isEqualTo(503);
            assertThat(lagging.json().path("type").asText()).endsWith("/not-ready");
            views.resume();
            Path archive = home.resolve("caught-up.avro");
            Files.write(archive, auditor.get("/api/v1/audit/archive").bytes());
            assertThat(events(archive)).anySatisfy(event -> assertThat(
                            new String(((ByteBuffer) event.get("event")).array(), StandardCharsets.UTF_8))
                    .contains("亿元"));
        }
    }

    /** As any Avro tool reads it. */
    private static List<GenericRecord> events(Path archive) throws IOException {
        List<GenericRecord> events = new ArrayList<>();
        try (DataFileStream<GenericRecord> records =
                new DataFileStream<>(Files.newInputStream(archive), new GenericDatumReader<>())) {
            records.forEach(record -> {
                GenericRecord entry = (GenericRecord) record.get("entry");
                if (entry.getSchema().getName().equals("ArchivedEvent")) {
                    events.add(entry);
                }
            });
        }
        return events;
    }

    private record Run(int code, String output) {}

    /** The jar that an auditor is given, with nothing beside it. */
    private static Run auditor(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                new File("target/tracker-cli.jar").getCanonicalPath()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> output.append(line).append('\n'));
        }
        return new Run(process.waitFor(), output.toString());
    }
}
