package tracker.streams.audit;

import java.util.List;

/**
 * What an auditor knows without the archive: the log's name and how many partitions it has, whose signatures to believe (after a
 * rotation the old key too), and checkpoints kept from earlier, which the log must extend.
 */
public record Trust(String origin, int partitions, List<VerifierKey> keys, List<SignedNote> earlier) {
    public Trust {
        keys = List.copyOf(keys);
        earlier = List.copyOf(earlier);
    }
}
