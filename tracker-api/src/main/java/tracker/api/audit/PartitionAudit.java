package tracker.api.audit;

import java.util.List;
import tracker.streams.audit.SignedNote;
import tracker.streams.domain.event.Hash;

/** What is asked of one partition of the log, wherever its views are. What cannot be asked now is a NotReadyException. */
public interface PartitionAudit {
    /** Every checkpoint that was ever signed of it, the largest first. */
    List<SignedNote> signed(int partition);

    /** A checkpoint of this size and root; {@link LogAlteredException} where it does not extend the last one. */
    SignedNote upTo(int partition, long size, Hash root);

    /** Whether the partition still extends {@code kept}, a checkpoint of it. */
    LogVerification.Extended extend(int partition, SignedNote kept);
}
