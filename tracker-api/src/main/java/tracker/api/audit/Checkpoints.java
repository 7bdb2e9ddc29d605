package tracker.api.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tracker.api.view.LogQueries;
import tracker.api.view.NotReadyException;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.MerkleTree;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.VerifierKey;
import tracker.streams.domain.event.Hash;
import tracker.streams.topology.Topics;

/** Signs checkpoints of the log and publishes them on their topic. Signs none that does not extend the last one. */
public final class Checkpoints implements AutoCloseable {
    private final String log;
    private final AuditKeys keys;
    private final LogQueries queries;
    private final KafkaProducer<String, byte[]> producer;
    private final Clock clock;
    /** The last one that this node has signed: the views see it a little later. */
    private final Map<Integer, SignedNote> issued = new ConcurrentHashMap<>();

    /** {@code log} is a name that no other log has. */
    public Checkpoints(
            String log, AuditKeys keys, LogQueries queries, KafkaProducer<String, byte[]> producer, Clock clock) {
        this.log = log;
        this.keys = keys;
        this.queries = queries;
        this.producer = producer;
        this.clock = clock;
    }

    /** What the log is called in archives and checkpoints. */
    public String log() {
        return log;
    }

    /** Whose signatures hold. */
    public List<VerifierKey> verifiers() {
        return keys.verifiers();
    }

    /** The partition's last checkpoint, be it of this node or of another. */
    public Optional<SignedNote> latest(int partition) {
        SignedNote own = issued.get(partition);
        return queries.checkpoints(partition, null, 1).stream()
                .findFirst()
                .map(LogQueries.Kept::note)
                .filter(stored -> own == null || size(stored) >= size(own))
                .or(() -> Optional.ofNullable(own));
    }

    /** A checkpoint of all that the views have read of the partition; a new one only where it has grown since the last. */
    public SignedNote upToNow(int partition) {
        MerkleTree tree = queries.tree(partition);
        long signed = latest(partition).map(Checkpoints::size).orElse(0L);
        if (tree.size() < signed) {
            // Another node, which signed it, may have read more; if nobody has, verifying the log itself tells.
            throw new NotReadyException("the views have not read all that was signed of partition " + partition);
        }
        return upTo(partition, tree.size(), tree.root());
    }

    /** The last checkpoint, if it has so many events and every key that signs now has signed it; one that is signed now otherwise. */
    SignedNote covering(int partition, long size) {
        return latest(partition)
                .filter(note -> size(note) >= size && isSignedByAll(note))
                .orElseGet(() -> upToNow(partition));
    }

    /** A checkpoint of this size and root. That it extends the last one is seen from the views' tree first. */
    synchronized SignedNote upTo(int partition, long size, Hash root) {
        Optional<SignedNote> last = latest(partition);
        if (last.isPresent()) {
            Checkpoint before = Checkpoint.parse(last.get().text());
            requireExtended(partition, before, size, root);
            if (before.size() == size && isSignedByAll(last.get())) {
                return last.get();
            }
        }
        SignedNote note =
                CheckpointSigner.sign(Checkpoint.of(log, partition, size, root, clock.instant()), keys.signers());
        publish(partition, note);
        issued.put(partition, note);
        return note;
    }

    @Override
    public void close() {
        producer.close();
    }

    private void requireExtended(int partition, Checkpoint before, long size, Hash root) {
        boolean extended = size >= before.size();
        if (extended) {
            MerkleTree tree = queries.tree(partition);
            if (tree.size() < size) {
                throw new NotReadyException("the views have not read all of partition " + partition + " yet");
            }
            extended = tree.root(before.size()).equals(before.root())
                    && tree.root(size).equals(root);
        }
        if (!extended) {
            throw new LogAlteredException(
                    "the log's partition %d does not extend what was signed of it at %d events: %d events now"
                            .formatted(partition, before.size(), size));
        }
    }

    /** After a rotation the new key has not signed the last one yet. */
    private boolean isSignedByAll(SignedNote note) {
        return note.check(keys.signers().stream().map(CheckpointSigner::key).toList())
                        .verified()
                        .size()
                == keys.signers().size();
    }

    private void publish(int partition, SignedNote note) {
        try {
            producer.send(new ProducerRecord<>(
                            Topics.CHECKPOINTS, partition, log, note.encoded().getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (ExecutionException failed) {
            throw new NotReadyException("the checkpoint could not be published: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("interrupted");
        }
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }
}
