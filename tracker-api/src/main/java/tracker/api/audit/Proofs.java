package tracker.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tracker.api.view.LogQueries;
import tracker.api.view.NotReadyException;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.MerkleProofs;
import tracker.streams.audit.MerkleTree;
import tracker.streams.audit.SignedNote;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;
import tracker.streams.topology.TreeRows.Leaf;

/** What convinces somebody who has a checkpoint: that an event is in the log, and that the log extends what it was. */
public final class Proofs {
    private final LogQueries log;
    private final Checkpoints checkpoints;
    private final EventCodec codec;

    public Proofs(LogQueries log, Checkpoints checkpoints, EventCodec codec) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.codec = codec;
    }

    /** A checkpoint, opened. {@code note} is what was signed, with its signatures; {@code time} is null where it does not say. */
    public record Signed(int partition, long size, String root, Instant time, Set<String> signers, String note) {
        static Signed of(int partition, SignedNote note) {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return new Signed(
                    partition,
                    checkpoint.size(),
                    checkpoint.root().hex(),
                    checkpoint.time().orElse(null),
                    Set.copyOf(note.signatures().stream()
                            .map(SignedNote.Signed::name)
                            .toList()),
                    note.encoded());
        }
    }

    /** RFC 6962 section 2.1.2: that the tree of {@code from} events begins that of {@code to}. */
    public record Consistency(long from, long to, List<String> proof) {}

    /**
     * RFC 6962 section 2.1.1: that {@code event} (as it lies in the log) is number {@code index} of the partition. {@code consistency} is
     * null unless it was asked for.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inclusion(
            String eventId,
            String subject,
            long version,
            long position,
            long index,
            String hash,
            String leafHash,
            byte[] event,
            List<String> proof,
            Signed checkpoint,
            Consistency consistency) {}

    /** {@code next} is where to go on, null at the end. */
    public record Page(List<Signed> items, String next) {}

    /** The plan's checkpoints, the largest first. */
    public Page checkpoints(String plan, String cursor, int limit) {
        int partition = log.partition(plan);
        // One for the row that the cursor names, one to see whether there are more.
        List<LogQueries.Kept> found = log.checkpoints(partition, cursor, limit + 2);
        List<LogQueries.Kept> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(kept -> Signed.of(partition, kept.note())).toList(),
                found.size() > limit ? page.get(limit - 1).place() : null);
    }

    /** Empty where the plan has no such event. {@code since}: also that the log extends its first so many events; null for no such proof. */
    public Optional<Inclusion> inclusion(String plan, String eventId, Long since) {
        int partition = log.partition(plan);
        Optional<Leaf> leaf = log.leaf(plan, eventId);
        if (leaf.isEmpty()) {
            return Optional.empty();
        }
        byte[] encoded = log.event(plan, leaf.get().position()).orElse(null);
        Event event = encoded == null ? null : codec.decode(encoded);
        if (event == null || !event.id().equals(eventId)) {
            // An event of another plan in the same partition.
            return Optional.empty();
        }
        SignedNote note = covering(partition, leaf.get().index() + 1);
        long size = Checkpoint.parse(note.text()).size();
        MerkleTree tree = log.tree(partition);
        return Optional.of(new Inclusion(
                eventId,
                event.subject().key(),
                event.version(),
                event.position(),
                leaf.get().index(),
                EventCodec.hash(encoded).hex(),
                MerkleProofs.leafHash(encoded).hex(),
                encoded,
                hex(tree.inclusionProof(leaf.get().index(), size)),
                Signed.of(partition, note),
                since == null || since > size
                        ? null
                        : new Consistency(since, size, hex(tree.consistencyProof(since, size)))));
    }

    /** That the log extends an earlier checkpoint: the later one, and the proof between the two. */
    record Extension(SignedNote later, Consistency consistency) {}

    /** How the partition's log has gone on since {@code earlier}: empty where it does not extend it. */
    Optional<Extension> since(int partition, Checkpoint earlier) {
        MerkleTree tree = log.tree(partition);
        if (earlier.size() > tree.size() || !tree.root(earlier.size()).equals(earlier.root())) {
            return Optional.empty();
        }
        SignedNote later = covering(partition, earlier.size());
        long size = Checkpoint.parse(later.text()).size();
        // Read again: what is signed may be more than there was a moment ago.
        List<String> proof = hex(log.tree(partition).consistencyProof(earlier.size(), size));
        return Optional.of(new Extension(later, new Consistency(earlier.size(), size, proof)));
    }

    /** A checkpoint of so many events or more, which says what the views have. */
    private SignedNote covering(int partition, long size) {
        SignedNote note = checkpoints.covering(partition, size);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        MerkleTree tree = log.tree(partition);
        if (checkpoint.size() > tree.size()) {
            throw new NotReadyException("the views are behind what was signed");
        }
        if (!tree.root(checkpoint.size()).equals(checkpoint.root())) {
            throw new LogAlteredException("the log's partition %d is not what was signed of it at %d events"
                    .formatted(partition, checkpoint.size()));
        }
        return note;
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
