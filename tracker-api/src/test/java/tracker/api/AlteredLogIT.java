package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.embedded.EmbeddedBroker;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.domain.event.Hash;

/** A log that is no longer what was signed of it: the tracker itself says so, signs nothing more of it, and proves nothing from it. */
class AlteredLogIT {
    private static final String AUDIT = TestClient.PLAN + "/audit";

    @TempDir
    private Path data;

    @Test
    void aLogThatIsNotWhatWasSignedIsNotVouchedFor() throws Exception {
        Checkpoint signed = whatWasSigned();
        // As it was signed, before somebody put another event in its place.
        publish(new Checkpoint(signed.origin(), signed.size(), Hash.of(new byte[32]), List.of("rewritten")));
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker);
            JsonNode verdict = auditor.post(AUDIT + "/verify", "").json();
            assertThat(verdict.path("verified").asBoolean()).as("%s", verdict).isFalse();
            assertThat(verdict.path("problems").toString()).contains("NOT_EXTENDED");
            TestClient.Answer proof = auditor.get(AUDIT + "/proofs/" + lastEvent(auditor));
            assertThat(proof.status()).isEqualTo(500);
            assertThat(proof.json().path("type").asText()).isEqualTo("/problems/log-altered");
            assertThat(brokenOff(auditor)).isTrue();
        }
    }

    @Test
    void aLogThatLostItsEndIsNotVouchedFor() throws Exception {
        Checkpoint signed = whatWasSigned();
        publish(new Checkpoint(signed.origin(), signed.size() + 5, Hash.of(new byte[32]), List.of("longer")));
        try (Tracker tracker = start()) {
            JsonNode verdict = client(tracker).post(AUDIT + "/verify", "").json();
            assertThat(verdict.path("verified").asBoolean()).as("%s", verdict).isFalse();
            assertThat(verdict.path("problems").toString()).contains("NOT_EXTENDED");
            assertThat(verdict.path("first").asText()).contains("event " + signed.size());
        }
    }

    /** An archive is not handed out as if nothing were wrong. */
    private static boolean brokenOff(TestClient auditor) {
        try {
            return auditor.get("/api/v1/audit/archive").status() != 200;
        } catch (RuntimeException cut) {
            return true;
        }
    }

    private Checkpoint whatWasSigned() throws Exception {
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker);
            auditor.get(AUDIT + "/proofs/" + lastEvent(auditor));
        }
        // Once more, so that what was signed at the end is seen.
        try (Tracker tracker = start()) {
            TestClient auditor = client(tracker);
            String note = auditor.get(AUDIT + "/checkpoints?limit=1")
                    .json()
                    .path("items")
                    .get(0)
                    .path("note")
                    .asText();
            return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1));
        }
    }

    private void publish(Checkpoint checkpoint) throws Exception {
        CheckpointSigner own = CheckpointSigner.of(
                Files.readAllLines(data.resolve("checkpoint-keys")).get(0));
        byte[] note = CheckpointSigner.sign(checkpoint, List.of(own)).encoded().getBytes(StandardCharsets.UTF_8);
        int partition = Integer.parseInt(
                checkpoint.origin().substring(checkpoint.origin().lastIndexOf('/') + 1));
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), 0);
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("tracker.checkpoints", partition, "forged", note))
                    .get();
        }
    }

    private static String lastEvent(TestClient auditor) {
        JsonNode events =
                auditor.get(TestClient.PLAN + "/events?limit=1000").json().path("items");
        return events.get(events.size() - 1).path("id").asText();
    }

    private Tracker start() {
        return Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {});
    }

    private TestClient client(Tracker tracker) {
        return TestClient.of(tracker.port(), data, "auditor");
    }
}
