package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of persons stand encrypted in the log; whoever is erased is gone from every answer, and every proof stays good. */
class PersonIT {
    private static final String ZHANG = "张伟 \"Wei\"";
    private static final String ERASED = "已删除 · erased";
    private static final String REPORTS = TestClient.PLAN + "/indicators/I01/reports";
    private static final String AUDIT = TestClient.PLAN + "/audit";

    @TempDir
    private Path data;

    private final AtomicLong heard = new AtomicLong();

    @BeforeEach
    void personsHaveTokens() throws Exception {
        Map<String, String> tokens = new LinkedHashMap<>();
        List<Map<String, String>> hashes = new ArrayList<>();
        token(tokens, hashes, "planning-office", "planning-office", null, "planning-office");
        token(tokens, hashes, "auditor", "auditor", null, "auditor");
        token(tokens, hashes, "zhang", "department", "economy", ZHANG);
        Files.writeString(data.resolve("tokens.json"), TestClient.JSON.writeValueAsString(tokens));
        Files.writeString(data.resolve("token-hashes.json"), TestClient.JSON.writeValueAsString(hashes));
    }

    @Test
    void aPersonIsShownUntilErasedAndTheLogStaysWhatItWas() throws Exception {
        String proved;
        String kept;
        String eventId;
        try (Tracker tracker = start()) {
            TestClient zhang = client(tracker, "zhang");
            TestClient office = client(tracker, "planning-office");
            TestClient auditor = client(tracker, "auditor");
            eventId = report(zhang, "2021", "3000");
            requireOwnCommandFound(zhang);

            assertThat(users(auditor, "I01")).contains(ZHANG);
            assertThat(history(office)).contains("张伟 \\\"Wei\\\"");
            String byName = URLEncoder.encode(ZHANG, StandardCharsets.UTF_8);
            assertThat(auditor.get(TestClient.PLAN + "/events?actor=" + byName)
                            .json()
                            .path("items"))
                    .isNotEmpty();
            assertThat(export(auditor, "ndjson")).contains("张伟 \\\"Wei\\\"");
            assertThat(export(auditor, "csv")).contains("\"张伟 \"\"Wei\"\"\"");
            assertThat(firstStreamed(auditor)).contains("张伟 \\\"Wei\\\"");
            JsonNode proof = auditor.get(AUDIT + "/proofs/" + eventId).json();
            proved = proof.path("hash").asText();
            kept = proof.path("checkpoint").path("note").asText();

            JsonNode persons = office.get(TestClient.PLAN + "/persons").json().path("items");
            assertThat(persons).hasSize(1);
            assertThat(persons.get(0).path("name").asText()).isEqualTo(ZHANG);
            String id = persons.get(0).path("id").asText();
            String erasures = TestClient.PLAN + "/erasures";
            String wish = "{\"personId\":\"%s\",\"reason\":\"asked for it\"}".formatted(id);
            assertThat(zhang.post(erasures, wish).status()).isEqualTo(403);
            assertThat(office.post(erasures, "{\"personId\":\"%s\"}".formatted(id))
                            .status())
                    .isEqualTo(422);
            assertThat(office.post(erasures, "{\"personId\":\"nobody\",\"reason\":\"r\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(office.post(erasures, wish).status()).isEqualTo(201);
            assertThat(office.post(erasures, wish).status()).isEqualTo(409);

            assertThat(users(auditor, "I01")).contains(ERASED).doesNotContain(ZHANG);
            assertThat(history(office)).contains(ERASED).doesNotContain("张伟");
            assertThat(export(auditor, "ndjson") + export(auditor, "csv")).doesNotContain("张伟");
            assertThat(office.get(TestClient.PLAN + "/persons").json().path("items"))
                    .isEmpty();
            assertThat(auditor.get(TestClient.PLAN + "/events?type=PersonErased")
                            .toString())
                    .contains(id)
                    .contains("asked for it");
        }
        assertThat(filesThatSay("张伟")).containsExactly("token-hashes.json");
        Path key = bringAKeyBack();
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker, "auditor");
            await().until(() -> !Files.exists(key));
            assertThat(auditor.get(AUDIT + "/proofs/" + eventId)
                            .json()
                            .path("hash")
                            .asText())
                    .isEqualTo(proved);
            assertThat(auditor.post(AUDIT + "/verify", TestClient.JSON.writeValueAsString(Map.of("checkpoint", kept)))
                            .json()
                            .path("verified")
                            .asBoolean())
                    .isTrue();
            assertThat(auditor.post(AUDIT + "/verify", "")
                            .json()
                            .path("verified")
                            .asBoolean())
                    .isTrue();
            // Whoever acts again is somebody new: what was erased does not come back with it.
            report(client(tracker, "zhang"), "2022", "3600");
            assertThat(users(auditor, "I01")).contains(ERASED, ZHANG);
        }
    }

    private static void requireOwnCommandFound(TestClient zhang) {
        TestClient.Answer accepted =
                zhang.post(REPORTS, "{\"period\":\"2020\",\"value\":1,\"unit\":\"x\"}", "Prefer", "respond-async");
        assertThat(accepted.status()).isEqualTo(202);
        await().until(() -> zhang.get(accepted.header("Location")).status() == 422);
    }

    /** As a backup would that was taken before the erasure. */
    private Path bringAKeyBack() throws IOException {
        List<String> erased = new ArrayList<>();
        try (Tracker tracker = start()) {
            client(tracker, "auditor")
                    .get(TestClient.PLAN + "/events?type=PersonErased")
                    .json()
                    .path("items")
                    .forEach(event ->
                            erased.add(event.path("data").path("person").asText()));
        }
        Path key = data.resolve("files/persons/keys/" + erased.get(0));
        assertThat(key).doesNotExist();
        return Files.write(key, new byte[32]);
    }

    /** Also what the brokers and the streams have stored. */
    private List<String> filesThatSay(String name) throws IOException {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    found.add(data.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static String firstStreamed(TestClient auditor) throws Exception {
        StringBuilder heard = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(
                auditor.stream(TestClient.PLAN + "/events/stream?after=480"), StandardCharsets.UTF_8))) {
            while (!heard.toString().contains("ProgressReported")) {
                heard.append(lines.readLine());
            }
        }
        return heard.toString();
    }

    private static String report(TestClient zhang, String period, String value) {
        TestClient.Answer answer =
                zhang.post(REPORTS, "{\"period\":\"%s\",\"value\":%s,\"unit\":\"亿元\"}".formatted(period, value));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().path("eventIds").get(0).asText();
    }

    private static List<String> users(TestClient auditor, String subject) {
        List<String> users = new ArrayList<>();
        auditor.get(TestClient.PLAN + "/events?subject=" + subject)
                .json()
                .path("items")
                .forEach(event -> users.add(event.path("actor").path("user").asText()));
        return users;
    }

    private static String history(TestClient office) {
        return office.get(TestClient.PLAN + "/indicators/I01/history").toString();
    }

    private static String export(TestClient auditor, String format) {
        return auditor.get(TestClient.PLAN + "/export?format=" + format).toString();
    }

    private static void token(
            Map<String, String> tokens,
            List<Map<String, String>> hashes,
            String name,
            String role,
            String department,
            String user)
            throws Exception {
        String token = "token-of-" + name;
        tokens.put(name, token);
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(
                "sha256",
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8))));
        entry.put("role", role);
        entry.put("department", department);
        entry.put("user", user);
        hashes.add(entry);
    }

    private Tracker start() {
        return Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {});
    }

    private TestClient client(Tracker tracker, String token) {
        return TestClient.of(tracker.port(), data, token, heard);
    }
}
