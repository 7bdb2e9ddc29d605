package tracker.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.SignedNote;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.event.Hash;

/** A tracker that lies is not believed: what it says is held against what was signed. */
class ProofTest {
    private static final String PROOF = "plans/p/audit/proofs/e6";
    private static final String VERIFY = "plans/p/audit/verify";

    private final GivenProofs log = new GivenProofs(11);
    private final FakeTracker tracker = new FakeTracker();
    private final Shell shell = new Shell();

    @TempDir
    private Path home;

    @BeforeEach
    void trust() throws IOException {
        shell.with("TRACKER_URL", tracker.url());
        Files.writeString(home.resolve("trust"), json(log.trust()));
        Files.writeString(home.resolve("kept"), log.note(4));
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void aTrueProofHolds() {
        tracker.answers(PROOF, json(with(log.proof(5, 11), "consistency", log.consistency(4, 11))));
        Shell.Run run = proof("--since", home.resolve("kept").toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"verified\":true", "\"index\":5", "\"size\":11", "\"since\":4");
        assertThat(tracker.requests()).containsExactly("GET /api/v1/plans/p/audit/proofs/e6?since=4");
    }

    @Test
    void noPartOfItIsBelieved() {
        Map<String, Object> good = log.proof(5, 11);
        refuted(with(good, "event", log.proof(4, 11).get("event")));
        refuted(with(log.proof(4, 11), "eventId", "e6"));
        refuted(with(good, "index", 4));
        refuted(with(good, "proof", List.of()));
        refuted(with(good, "proof", List.of("no hash")));
        refuted(with(good, "event", "?"));
        refuted(with(good, "checkpoint", Map.of("note", log.note(10))));
        refuted(with(good, "checkpoint", Map.of("note", "anything")));
        CheckpointSigner other = CheckpointSigner.of(CheckpointSigner.newSecret("log", new SecureRandom()));
        refuted(with(good, "checkpoint", Map.of("note", GivenProofs.note(GivenProofs.LOG, 11, root(11), other))));
        refuted(with(good, "checkpoint", Map.of("note", GivenProofs.note("another", 11, root(11), log.signer()))));
        refuted(Map.of());
    }

    @Test
    void aLogThatDoesNotExtendWhatWasKeptIsFound() throws IOException {
        String kept = home.resolve("kept").toString();
        tracker.answers(PROOF, json(log.proof(5, 11)));
        assertThat(proof("--since", kept).code()).isEqualTo(1);
        tracker.forget(PROOF);
        tracker.answers(PROOF, json(with(log.proof(5, 11), "consistency", log.consistency(3, 11))));
        assertThat(proof("--since", kept).code()).isEqualTo(1);
    }

    @Test
    void thatALogExtendsACheckpointIsVerifiedHere() throws IOException {
        assertThat(check(true, 4, 11).code()).isZero();
        assertThat(check(false, 4, 11).code()).isEqualTo(1);
        // It says so, and cannot show it.
        assertThat(check(true, 3, 11).code()).isEqualTo(1);
        assertThat(check(true, 4, 9).code()).isEqualTo(1);
    }

    @Test
    void whatWasKeptMustBeOfTheTrustedLogItself() throws IOException {
        CheckpointSigner other = CheckpointSigner.of(CheckpointSigner.newSecret("log", new SecureRandom()));
        Files.writeString(home.resolve("kept"), GivenProofs.note(GivenProofs.LOG, 4, root(4), other));
        assertThat(check(true, 4, 11).code()).isEqualTo(1);
        Files.writeString(home.resolve("kept"), "no checkpoint");
        assertThat(check(true, 4, 11).code()).isEqualTo(2);
        assertThat(tracker.requests()).isEmpty();
        assertThat(shell.run("checkpoints", "--plan", "p", "--check", "kept").code())
                .isEqualTo(2);
    }

    @Test
    void eachCheckpointOfAListIsVerifiedAndOnlyATrueListIsKept() throws IOException {
        String list = json(Map.of(
                "items",
                List.of(
                        Map.of("partition", 2, "size", 11, "note", log.note(11)),
                        Map.of("size", 4, "note", log.note(4)))));
        tracker.answers("plans/p/audit/checkpoints", list);
        assertThat(list("--keep", home.resolve("dir").toString()).code()).isZero();
        assertThat(home.resolve("dir/checkpoint-2.txt")).hasContent(log.note(11));

        tracker.forget("plans/p/audit/checkpoints");
        String forged = log.note(11).replace("\n11\n", "\n12\n");
        tracker.answers(
                "plans/p/audit/checkpoints",
                json(Map.of("items", List.of(Map.of("partition", 2, "size", 12, "note", forged)))));
        Shell.Run run = list("--keep", home.resolve("dir").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("✗ The checkpoint's signature is bad.");
        assertThat(home.resolve("dir/checkpoint-2.txt")).hasContent(log.note(11));
    }

    @Test
    void whatIsTrustedCanGainKeysAndLoseNone() throws IOException {
        String more = CheckpointSigner.of(CheckpointSigner.newSecret("log", new SecureRandom()))
                .key()
                .text();
        Map<String, Object> rotated = new HashMap<>(log.trust());
        rotated.put("keys", List.of(log.signer().key().text(), more));
        Path file = home.resolve("trust");
        tracker.answers("audit/trust", json(rotated)).answers("audit/trust", json(log.trust()));
        assertThat(shell.run("trust", "--out", file.toString()).code()).isZero();
        assertThat(shell.run("trust", "--out", file.toString()).code()).isEqualTo(1);
        assertThat(Files.readString(file)).contains(more);
    }

    private void refuted(Map<String, Object> answer) {
        tracker.forget(PROOF);
        tracker.answers(PROOF, json(answer));
        Shell.Run run = proof("--json");
        assertThat(run.code()).as("%s", answer).isEqualTo(1);
        assertThat(run.out()).startsWith("{\"problem\":{\"exit\":1");
    }

    private Shell.Run check(boolean said, long from, long to) {
        tracker.forget(VERIFY);
        tracker.answers(
                VERIFY,
                json(Map.of(
                        "verified",
                        said,
                        "latest",
                        Map.of("note", log.note(11)),
                        "consistency",
                        log.consistency(from, to))));
        return list("--check", home.resolve("kept").toString());
    }

    private Shell.Run list(String... more) {
        return run(List.of("checkpoints", "--plan", "p"), more);
    }

    private Shell.Run proof(String... more) {
        return run(List.of("proof", "e6", "--plan", "p"), more);
    }

    private Shell.Run run(List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--trust", home.resolve("trust").toString()));
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new));
    }

    private Hash root(long size) {
        return Checkpoint.parse(SignedNote.parse(log.note(size)).text()).root();
    }

    private static Map<String, Object> with(Map<String, Object> answer, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(answer);
        changed.put(name, value);
        return changed;
    }

    private static String json(Object value) {
        return new String(new ViewJson().encode(value), StandardCharsets.UTF_8);
    }
}
