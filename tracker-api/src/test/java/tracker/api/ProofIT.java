package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.MerkleProofs;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.VerifierKey;
import tracker.streams.domain.event.Hash;

/** Whoever keeps a checkpoint can hold the log against it for ever after, over HTTP, through restarts and changes of keys. */
class ProofIT {
    private static final String AUDIT = TestClient.PLAN + "/audit";

    @TempDir
    private Path data;

    private final AtomicLong heard = new AtomicLong();

    @Test
    void everythingRecordedIsProvedAgainstWhatWasSigned() throws Exception {
        String kept;
        long size;
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker, "auditor");
            TestClient office = client(tracker, "planning-office");
            report(office, "2021", "3000");
            JsonNode event = last(auditor);

            JsonNode proof =
                    auditor.get(AUDIT + "/proofs/" + event.path("id").asText()).json();
            requireProved(proof, event, keys(auditor));
            kept = proof.path("checkpoint").path("note").asText();
            size = proof.path("checkpoint").path("size").asLong();

            report(office, "2022", "3600");
            JsonNode later = last(auditor);
            JsonNode extended = auditor.get(
                            AUDIT + "/proofs/" + later.path("id").asText() + "?since=" + size)
                    .json();
            requireProved(extended, later, keys(auditor));
            requireExtended(extended.path("consistency"), kept, extended.path("checkpoint"));

            assertThat(auditor.get(AUDIT + "/proofs/no-such-event").status()).isEqualTo(404);
            assertThat(client(tracker, "dashboard").get(AUDIT + "/checkpoints").status())
                    .isEqualTo(403);
        }
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker, "auditor");
            // What was recorded last was signed when the tracker stopped, or is when it starts again.
            await().untilAsserted(() -> assertThat(auditor.get(AUDIT + "/checkpoints?limit=1")
                            .json()
                            .at("/items/0/size")
                            .asLong())
                    .isEqualTo(events(auditor)));

            JsonNode verdict = verify(auditor, kept);
            assertThat(verdict.path("verified").asBoolean()).as("%s", verdict).isTrue();
            requireExtended(verdict.path("consistency"), kept, verdict.path("latest"));
        }
    }

    @Test
    void whatWasNotSignedOrIsOfAnotherLogIsToldApart() throws Exception {
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker, "auditor");
            String note = auditor.get(
                            AUDIT + "/proofs/" + last(auditor).path("id").asText())
                    .json()
                    .path("checkpoint")
                    .path("note")
                    .asText();
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            CheckpointSigner own = CheckpointSigner.of(
                    Files.readAllLines(data.resolve("checkpoint-keys")).get(0));
            CheckpointSigner other = CheckpointSigner.of(CheckpointSigner.newSecret("other", new SecureRandom()));
            Checkpoint changed = new Checkpoint(
                    checkpoint.origin(), checkpoint.size(), Hash.of(new byte[32]), checkpoint.extensions());

            assertThat(verify(auditor, signed(checkpoint, other))
                            .path("problem")
                            .asText())
                    .isEqualTo("SIGNER_UNKNOWN");
            assertThat(verify(auditor, new SignedNote(changed.text(), signed.signatures()).encoded())
                            .path("problem")
                            .asText())
                    .isEqualTo("SIGNATURE_BAD");
            assertThat(verify(auditor, signed(changed, own)).path("problem").asText())
                    .isEqualTo("NOT_EXTENDED");
            Checkpoint longer = new Checkpoint(checkpoint.origin(), 1_000_000, checkpoint.root(), List.of());
            assertThat(verify(auditor, signed(longer, own)).path("problem").asText())
                    .isEqualTo("NOT_EXTENDED");
            Checkpoint elsewhere = new Checkpoint("another/log/0", 1, checkpoint.root(), List.of());
            assertThat(verify(auditor, signed(elsewhere, own)).path("problem").asText())
                    .isEqualTo("OTHER_ORIGIN");
            assertThat(auditor.post(AUDIT + "/verify", "{\"checkpoint\":\"anything\"}")
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void theLogIsVerifiedWhereItLiesAndSoIsAnArchiveOfIt() throws Exception {
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker, "auditor");
            report(client(tracker, "planning-office"), "2021", "3000");
            byte[] archive = auditor.get("/api/v1/audit/archive").bytes();

            JsonNode running = auditor.post(AUDIT + "/verify", "").json();
            assertThat(running.path("verified").asBoolean()).as("%s", running).isTrue();
            assertThat(running.path("events").asLong()).isEqualTo(events(auditor));
            assertThat(auditor.postFile(AUDIT + "/verify", archive)
                            .json()
                            .path("verified")
                            .asBoolean())
                    .isTrue();
            archive[archive.length / 2] ^= 1;
            JsonNode flipped = auditor.postFile(AUDIT + "/verify", archive).json();
            assertThat(flipped.path("verified").asBoolean()).isFalse();
            assertThat(flipped.path("problems")).isNotEmpty();
        }
    }

    @Test
    void aKeyIsRotatedAndWhatItSignedStaysGood() throws Exception {
        Path file = data.resolve("checkpoint-keys");
        String kept;
        try (Tracker tracker = start()) {
            kept = newest(client(tracker, "auditor")).path("note").asText();
        }
        String old = Files.readAllLines(file).get(0);
        String added = CheckpointSigner.newSecret("second", new SecureRandom());
        Files.writeString(file, old + "\n" + added + "\n");
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker, "auditor");
            assertThat(newest(auditor).path("signers")).hasSize(2);
            // The list is of what the views have read, a moment after it was signed.
            await().untilAsserted(() -> requireEachOnItsPage(auditor));
        }
        Files.writeString(file, CheckpointSigner.of(old).key().text() + "\n" + added + "\n");
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker, "auditor");
            report(client(tracker, "planning-office"), "2021", "3000");
            JsonNode proof = auditor.get(
                            AUDIT + "/proofs/" + last(auditor).path("id").asText())
                    .json();
            assertThat(proof.path("checkpoint").path("signers")).hasSize(1);
            assertThat(keys(auditor)).hasSize(2);
            assertThat(verify(auditor, kept).path("verified").asBoolean()).isTrue();
        }
    }

    /** Two are of one size now, one by each set of keys. */
    private static void requireEachOnItsPage(TestClient auditor) {
        JsonNode all = auditor.get(AUDIT + "/checkpoints").json().path("items");
        assertThat(all).hasSizeGreaterThan(1);
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = auditor.get(AUDIT + "/checkpoints?limit=1" + cursor).json();
            page.path("items").forEach(one -> paged.add(one.path("note").asText()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
        } while (cursor != null);
        assertThat(all.get(0).path("size")).isEqualTo(all.get(1).path("size"));
        assertThat(paged).hasSize(all.size()).doesNotHaveDuplicates();
    }

    private Tracker start() {
        return Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {});
    }

    private TestClient client(Tracker tracker, String token) {
        return TestClient.of(tracker.port(), data, token, heard);
    }

    private static void report(TestClient office, String period, String value) {
        assertThat(office.post(
                                TestClient.PLAN + "/indicators/I01/reports",
                                "{\"period\":\"%s\",\"value\":%s,\"unit\":\"亿元\"}".formatted(period, value))
                        .status())
                .isEqualTo(201);
    }

    private static JsonNode last(TestClient auditor) {
        JsonNode events =
                auditor.get(TestClient.PLAN + "/events?limit=1000").json().path("items");
        return events.get(events.size() - 1);
    }

    private static long events(TestClient auditor) {
        return auditor.get(TestClient.PLAN + "/events?limit=1000")
                .json()
                .path("items")
                .size();
    }

    private static JsonNode newest(TestClient auditor) {
        return auditor.get(AUDIT + "/proofs/" + last(auditor).path("id").asText())
                .json()
                .path("checkpoint");
    }

    private static List<VerifierKey> keys(TestClient anybody) {
        List<VerifierKey> keys = new ArrayList<>();
        anybody.get("/api/v1/audit/trust")
                .json()
                .path("keys")
                .forEach(key -> keys.add(VerifierKey.parse(key.asText())));
        return keys;
    }

    private static JsonNode verify(TestClient auditor, String note) throws IOException {
        return auditor.post(AUDIT + "/verify", TestClient.JSON.writeValueAsString(Map.of("checkpoint", note)))
                .json();
    }

    private static String signed(Checkpoint checkpoint, CheckpointSigner signer) {
        return CheckpointSigner.sign(checkpoint, List.of(signer)).encoded();
    }

    /** With nothing of the tracker's but what an auditor's own program would do too. */
    private static void requireProved(JsonNode proof, JsonNode event, List<VerifierKey> keys) {
        byte[] bytes = Base64.getDecoder().decode(proof.path("event").asText());
        assertThat(proof.path("hash").asText()).isEqualTo(event.path("hash").asText());
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains(event.path("id").asText());
        SignedNote note = SignedNote.parse(proof.path("checkpoint").path("note").asText());
        assertThat(note.check(keys).holds()).isTrue();
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(MerkleProofs.included(
                        MerkleProofs.leafHash(bytes),
                        proof.path("index").asLong(),
                        checkpoint.size(),
                        hashes(proof.path("proof")),
                        checkpoint.root()))
                .isTrue();
    }

    private static void requireExtended(JsonNode consistency, String earlier, JsonNode later) {
        Checkpoint first = Checkpoint.parse(SignedNote.parse(earlier).text());
        Checkpoint second =
                Checkpoint.parse(SignedNote.parse(later.path("note").asText()).text());
        assertThat(second.size()).isGreaterThan(first.size());
        assertThat(MerkleProofs.consistent(
                        first.size(), first.root(), second.size(), second.root(), hashes(consistency.path("proof"))))
                .isTrue();
    }

    private static List<Hash> hashes(JsonNode hex) {
        List<Hash> hashes = new ArrayList<>();
        hex.forEach(hash -> hashes.add(new Hash(hash.asText())));
        return hashes;
    }
}
