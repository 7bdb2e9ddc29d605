package tracker.api.peers;

import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.util.List;
import tracker.api.audit.LogVerification.Extended;
import tracker.api.audit.OwnPartitions;
import tracker.api.audit.PartitionAudit;
import tracker.streams.audit.SignedNote;
import tracker.streams.domain.event.Hash;

/** Answers for every partition: for those that are not here, what their nodes say. */
@Primary
@Singleton
final class AllPartitions implements PartitionAudit {
    private final OwnPartitions own;
    private final NodeQuestions nodes;

    AllPartitions(OwnPartitions own, NodeQuestions nodes) {
        this.own = own;
        this.nodes = nodes;
    }

    @Override
    public List<SignedNote> signed(int partition) {
        return nodes.ofPartition(
                        partition,
                        "/checkpoints",
                        null,
                        NodeMessages.NOTES,
                        () -> NodeMessages.Notes.of(own.signed(partition)))
                .parsed();
    }

    @Override
    public SignedNote upTo(int partition, long size, Hash root) {
        return nodes.ofPartition(
                        partition,
                        "/checkpoints",
                        NodeMessages.SIGN.encode(new NodeMessages.Sign(size, root)),
                        NodeMessages.NOTES,
                        () -> NodeMessages.Notes.of(List.of(own.upTo(partition, size, root))))
                .parsed()
                .get(0);
    }

    @Override
    public Extended extend(int partition, SignedNote kept) {
        return nodes.ofPartition(
                        partition,
                        "/extension",
                        NodeMessages.NOTES.encode(NodeMessages.Notes.of(List.of(kept))),
                        NodeMessages.EXTENSION,
                        () -> new NodeMessages.Extension(own.extend(partition, kept)))
                .extended();
    }
}
