package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Auditor and operator do their work with the jar that they were given, against a tracker that runs. */
class CommandLineIT extends RunningTracker {
    private static final String PLAN = "changsha-hitech-14fyp";

    @TempDir
    private Path home;

    private TrackerJar auditor;
    private TrackerJar operator;

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @BeforeAll
    void somethingIsReported() throws Exception {
        assertThat(report("I01", "2021", "3000", "亿元").status()).isEqualTo(201);
        auditor = jar("auditor");
        operator = jar("operator");
    }

    @Test
    void aTokenIsGivenUsedAndTakenBackWhileTheTrackerRuns() throws Exception {
        String directory = data.toString();
        TrackerJar nobody = TrackerJar.of(tracker.port(), null);
        TrackerJar.Run created = nobody.run(
                "tokens",
                "create",
                "--data",
                directory,
                "--role",
                "auditor",
                "--user",
                "Li",
                "--expires",
                "2999-01-31");
        assertThat(created.code()).as(created.err()).isZero();
        Path token = Files.writeString(home.resolve("token"), created.out());
        String[] replay = {"replay", "--plan", PLAN, "--json", "--after", "478", "--token-file", token.toString()};
        await().atMost(Duration.ofSeconds(10)).until(() -> nobody.run(replay).code() == 0);

        JsonNode listed = nobody.run("tokens", "list", "--data", directory, "--json")
                .json()
                .path("items");
        JsonNode entry = listed.get(listed.size() - 1);
        assertThat(entry.path("user").asText()).isEqualTo("Li");
        assertThat(entry.toString()).doesNotContain(created.out().strip());
        assertThat(nobody.run(
                                "tokens",
                                "revoke",
                                "--data",
                                directory,
                                entry.path("id").asText())
                        .code())
                .isZero();
        await().atMost(Duration.ofSeconds(10)).until(() -> nobody.run(replay).code() == 1);
    }

    @Test
    void plansAreListedReplayedAndFollowed() throws Exception {
        assertThat(auditor.run("plans").out()).contains(PLAN);
        List<JsonNode> events = new ArrayList<>();
        client("auditor")
                .get(TestClient.PLAN + "/events?limit=1000")
                .json()
                .path("items")
                .forEach(events::add);
        assertThat(auditor.run("replay", "--plan", PLAN, "--json").lines()).isEqualTo(events);
        assertThat(auditor.run("replay", "--plan", PLAN, "--subject", "I01", "--type", "ProgressReported")
                        .out())
                .contains("indicator/I01 v")
                .contains("ProgressReported 2021")
                .hasLineCount(1);

        String after = events.get(events.size() - 1).path("position").asText();
        try (TrackerJar.Running follower = auditor.begin(
                "replay", "--plan", PLAN, "--json", "--follow", "--after", after, "--type", "ProgressReported")) {
            assertThat(report("I21", "2021", "99.5", "%").status()).isEqualTo(201);
            await().atMost(Duration.ofSeconds(20)).until(() -> follower.lines().size() == 1);
            assertThat(report("I21", "2022", "99.6", "%").status()).isEqualTo(201);
            await().atMost(Duration.ofSeconds(20)).until(() -> follower.lines().size() == 2);
            assertThat(follower.lines())
                    .extracting(event -> event.path("period").asText())
                    .containsExactly("2021", "2022");
        }
    }

    @Test
    void theLogIsTakenAwayInEveryFormAndVerified() throws Exception {
        String trust = trust();
        for (String format : List.of("avro", "ndjson", "csv")) {
            TrackerJar.Run run = auditor.run(
                    "export", "--plan", PLAN, "--format", format, "--out", file("plan." + format), "--json");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.json().path("events").asLong()).isGreaterThan(479);
        }
        assertThat(auditor.run("export", "--all", "--out", file("all.avro")).code())
                .isZero();
        TrackerJar.Run verified =
                auditor.run("verify", file("all.avro"), "--trust", trust, "--json", "--keep", file("kept-all"));
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(verified.json().path("treesVerified").asBoolean()).isTrue();
        assertThat(auditor.run("verify", file("plan.avro"), "--trust", trust).out())
                .contains("a part only");
        assertThat(jar("dashboard")
                        .run("export", "--all", "--out", file("none"))
                        .code())
                .isEqualTo(1);
        assertThat(home.resolve("none")).doesNotExist();
    }

    @Test
    void aKeptCheckpointAndAnEventAreHeldAgainstTheRunningLog() throws Exception {
        String trust = trust();
        assertThat(auditor.run("export", "--all", "--out", file("signed.avro")).code())
                .isZero();
        // The list is of what the views have read, a moment after the archive's end was signed.
        await().until(() -> !client("auditor")
                .get(TestClient.PLAN + "/audit/checkpoints")
                .json()
                .path("items")
                .isEmpty());
        TrackerJar.Run listed =
                auditor.run("checkpoints", "--plan", PLAN, "--trust", trust, "--keep", file("kept"), "--json");
        assertThat(listed.code()).as(listed.err()).isZero();
        JsonNode newest = listed.json().path("items").get(0);
        assertThat(newest.path("verified").asBoolean()).isTrue();
        String kept = home.resolve("kept/checkpoint-" + newest.path("partition").asText() + ".txt")
                .toString();

        assertThat(report("I01", "2022", "3600", "亿元").status()).isEqualTo(201);
        TrackerJar.Run extended =
                auditor.run("checkpoints", "--plan", PLAN, "--trust", trust, "--check", kept, "--json");
        assertThat(extended.code()).as(extended.err()).isZero();
        assertThat(extended.json().path("to").asLong())
                .isGreaterThanOrEqualTo(newest.path("size").asLong());

        String event = eventsOf("I01", "ProgressReported").get(1).path("id").asText();
        TrackerJar.Run proved =
                auditor.run("proof", event, "--plan", PLAN, "--trust", trust, "--since", kept, "--json");
        assertThat(proved.code()).as(proved.err()).isZero();
        assertThat(proved.json().path("subject").asText()).isEqualTo(PLAN + "/indicator/I01");
        assertThat(proved.json().path("since")).isEqualTo(newest.path("size"));
    }

    @Test
    void twoMomentsStandSideBySide() throws Exception {
        String from = client("auditor")
                .get(TestClient.PLAN + "/events?limit=1")
                .json()
                .path("items")
                .get(0)
                .path("recordedAt")
                .asText();
        TrackerJar.Run text = auditor.run("compare", "--plan", PLAN, "--from", from, "--subject", "indicator/I01");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("indicator/I01").contains("rating").contains("ProgressReported");
        JsonNode json = auditor.run("compare", "--plan", PLAN, "--from", from, "--kind", "indicator", "--json")
                .json();
        assertThat(ids(json)).contains("indicator/I01");
    }

    @Test
    void viewsAreRebuiltSwitchedAndRetired() throws Exception {
        assertThat(auditor.run("rebuild", "--status").code()).isEqualTo(1);
        TrackerJar.Run rebuilt = operator.run("rebuild", "--json");
        assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
        assertThat(rebuilt.json().path("active").asInt()).isEqualTo(2);
        JsonNode plan = rebuilt.json().path("plans").get(0);
        assertThat(plan.path("active")).isEqualTo(plan.path("standby"));
        assertThat(operator.run("rebuild", "--back", "--json")
                        .json()
                        .at("/active/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(operator.run("rebuild", "--retire").code()).isZero();
        assertThat(operator.run("rebuild", "--status", "--json")
                        .json()
                        .path("standby")
                        .isNull())
                .isTrue();
    }

    @Test
    void aKeyIsAddedForTheNextStart() throws Exception {
        TrackerJar.Run rotated = operator.run("keys", "rotate", "--data", data.toString(), "--lang", "zh");
        assertThat(rotated.code()).as(rotated.err()).isZero();
        assertThat(rotated.err()).contains("请重启");
        JsonNode keys = operator.run("keys", "list", "--data", data.toString(), "--json")
                .json()
                .path("items");
        assertThat(keys).hasSize(2).allMatch(key -> key.path("signs").asBoolean());
        assertThat(keys.toString()).doesNotContain("PRIVATE");
        String old = keys.get(0).path("id").asText();
        assertThat(operator.run("keys", "retire", "--data", data.toString(), old)
                        .code())
                .isZero();
    }

    private String trust() throws Exception {
        String file = file("trust.json");
        assertThat(auditor.run("trust", "--out", file).code()).isZero();
        return file;
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    /** With a token of the first start. */
    private TrackerJar jar(String name) throws Exception {
        JsonNode tokens = TestClient.JSON.readTree(data.resolve("tokens.json").toFile());
        return TrackerJar.of(tracker.port(), tokens.path(name).asText());
    }
}
