package tracker.streams.audit;

import java.util.List;
import tracker.streams.domain.event.Hash;

/** One entry of an archive. */
public sealed interface Entry {
    record OfEvent(LoggedEvent logged) implements Entry {}

    /** {@code note} should be a signed checkpoint of the partition. */
    record OfCheckpoint(int partition, String note) implements Entry {}

    /** What should have come before; {@code fileHash} is over every byte before the end's block. */
    record End(List<PartitionEnd> partitions, Hash fileHash) implements Entry {
        public End {
            partitions = List.copyOf(partitions);
        }
    }

    /** {@code root} is null in a partial archive. */
    record PartitionEnd(int partition, long events, long checkpoints, Hash root) {}
}
