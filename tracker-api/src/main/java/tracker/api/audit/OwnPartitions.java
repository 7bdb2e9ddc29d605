package tracker.api.audit;

import java.util.List;
import tracker.api.audit.LogVerification.Extended;
import tracker.api.audit.Proofs.Signed;
import tracker.api.view.LogQueries;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.SignedNote;
import tracker.streams.domain.event.Hash;

/** Answers for the partitions whose views are on this node. */
public final class OwnPartitions implements PartitionAudit {
    private final LogQueries log;
    private final Checkpoints checkpoints;
    private final Proofs proofs;

    public OwnPartitions(LogQueries log, Checkpoints checkpoints, Proofs proofs) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.proofs = proofs;
    }

    @Override
    public List<SignedNote> signed(int partition) {
        return log.checkpoints(partition, null, Integer.MAX_VALUE).stream()
                .map(LogQueries.Kept::note)
                .toList();
    }

    @Override
    public SignedNote upTo(int partition, long size, Hash root) {
        return checkpoints.upTo(partition, size, root);
    }

    @Override
    public Extended extend(int partition, SignedNote kept) {
        Signed shown = Signed.of(partition, kept);
        SignedNote.Check check = kept.check(checkpoints.verifiers());
        if (!check.holds()) {
            return new Extended(false, check.bad().isEmpty() ? "SIGNER_UNKNOWN" : "SIGNATURE_BAD", shown, null, null);
        }
        return proofs.since(partition, Checkpoint.parse(kept.text()))
                .map(extension -> new Extended(
                        true, null, shown, Signed.of(partition, extension.later()), extension.consistency()))
                .orElseGet(() -> new Extended(false, "NOT_EXTENDED", shown, null, null));
    }
}
