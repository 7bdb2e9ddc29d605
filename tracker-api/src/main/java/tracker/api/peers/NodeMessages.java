package tracker.api.peers;

import java.util.List;
import java.util.Set;
import tracker.api.audit.LogVerification;
import tracker.streams.domain.event.Hash;

/** What nodes ask each other beside what they are asked themselves. A field that a newer node added is passed over by an older one. */
public final class NodeMessages {
    private NodeMessages() {}

    /** {@code items}: the plans of those partitions, each as the list of plans shows it. */
    public record Plans(Set<Integer> partitions, List<String> items) {}

    /** Signed notes, encoded. */
    public record Notes(List<String> notes) {}

    public record Sign(long size, Hash root) {}

    public record Extension(LogVerification.Extended extended) {}
}
