package tracker.api.peers;

import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.util.List;
import tracker.api.audit.LogVerification.Extended;
import tracker.api.audit.OwnPartitions;
import tracker.api.audit.PartitionAudit;
import tracker.streams.audit.SignedNote;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.event.Hash;

/** Answers for every partition: for those that are not here, what their nodes say. */
@Primary
@Singleton
final class AllPartitions implements PartitionAudit {
    private static final InternalJson<NodeMessages.Notes> NOTES = new InternalJson<>(NodeMessages.Notes.class);
    private static final InternalJson<NodeMessages.Sign> SIGN = new InternalJson<>(NodeMessages.Sign.class);

    private final OwnPartitions own;
    private final NodeQuestions nodes;

    AllPartitions(OwnPartitions own, NodeQuestions nodes) {
        this.own = own;
        this.nodes = nodes;
    }

    @Override
    public List<SignedNote> signed(int partition) {
        return parsed(nodes.ofPartition(
                partition, "/checkpoints", null, NodeMessages.Notes.class, () -> encoded(own.signed(partition))));
    }

    @Override
    public SignedNote upTo(int partition, long size, Hash root) {
        return parsed(nodes.ofPartition(
                        partition,
                        "/checkpoints",
                        SIGN.encode(new NodeMessages.Sign(size, root)),
                        NodeMessages.Notes.class,
                        () -> encoded(List.of(own.upTo(partition, size, root)))))
                .get(0);
    }

    @Override
    public Extended extend(int partition, SignedNote kept) {
        return nodes.ofPartition(
                        partition,
                        "/extension",
                        NOTES.encode(encoded(List.of(kept))),
                        NodeMessages.Extension.class,
                        () -> new NodeMessages.Extension(own.extend(partition, kept)))
                .extended();
    }

    private static NodeMessages.Notes encoded(List<SignedNote> notes) {
        return new NodeMessages.Notes(notes.stream().map(SignedNote::encoded).toList());
    }

    private static List<SignedNote> parsed(NodeMessages.Notes notes) {
        return notes.notes().stream().map(SignedNote::parse).toList();
    }
}
