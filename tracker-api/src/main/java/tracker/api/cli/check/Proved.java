package tracker.api.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tracker.api.cli.outcome.Failure;
import tracker.streams.audit.MerkleProofs;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.Trust;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.UndecodableException;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/** Holds a tracker's answers against what was signed: nothing in them is believed for being said. */
public final class Proved {
    private final Trust trust;
    private final EventCodec codec = new EventCodec();

    public Proved(Trust trust) {
        this.trust = trust;
    }

    /** An event that is in the log, and the checkpoint whose root says so. */
    public record Included(Event event, Hash hash, Hash leafHash, long index, Opened checkpoint) {}

    /** A checkpoint that was kept, if it has been signed as it should. */
    public Opened kept(SignedNote note) {
        return Opened.verified(note, trust);
    }

    /** The checkpoint in {@code answer}, if it has been signed as it should. */
    public Opened checkpoint(JsonNode answer) {
        try {
            return Opened.verified(SignedNote.parse(answer.path("note").asText()), trust);
        } catch (IllegalArgumentException malformed) {
            throw Failure.refuted("应答中的检查点有误。", "The answer's checkpoint is none.");
        }
    }

    /** From the event's bytes to a root that was signed. {@code answer} is that of {@code audit/proofs}. */
    public Included included(String plan, String eventId, JsonNode answer) {
        Opened checkpoint = checkpoint(answer.path("checkpoint"));
        byte[] bytes = bytes(answer.path("event").asText());
        Event event = event(bytes);
        if (!event.id().equals(eventId) || !event.subject().plan().equals(plan)) {
            throw Failure.refuted("应答给出的是另一个事件。", "The answer is about another event.");
        }
        Hash leaf = MerkleProofs.leafHash(bytes);
        long index = answer.path("index").asLong(-1);
        if (!MerkleProofs.included(
                leaf,
                index,
                checkpoint.size(),
                hashes(answer.path("proof")),
                checkpoint.checkpoint().root())) {
            throw Failure.refuted(
                    "证明不成立：事件不在已签名的日志中。", "The proof does not hold: the event is not in the log that was signed.");
        }
        return new Included(event, EventCodec.hash(bytes), leaf, index, checkpoint);
    }

    /** That the log of {@code later} begins with that of {@code earlier}. {@code consistency} is a proof as the tracker gives it. */
    public void extended(Opened earlier, Opened later, JsonNode consistency) {
        boolean same = earlier.checkpoint().origin().equals(later.checkpoint().origin());
        if (!same
                || !MerkleProofs.consistent(
                        earlier.size(),
                        earlier.checkpoint().root(),
                        later.size(),
                        later.checkpoint().root(),
                        hashes(consistency.path("proof")))) {
            throw Failure.refuted(
                    "日志未延续所保存的检查点：没有成立的证明。", "The log is not proved to extend the checkpoint that was kept.");
        }
    }

    private Event event(byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (UndecodableException none) {
            throw Failure.refuted("应答中没有事件。", "There is no event in the answer.");
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw Failure.refuted("应答中没有事件。", "There is no event in the answer.");
        }
    }

    private static List<Hash> hashes(JsonNode hex) {
        List<Hash> hashes = new ArrayList<>();
        try {
            hex.forEach(hash -> hashes.add(new Hash(hash.asText())));
        } catch (IllegalArgumentException malformed) {
            throw Failure.refuted("应答中的证明有误。", "The answer's proof is none.");
        }
        return hashes;
    }
}
