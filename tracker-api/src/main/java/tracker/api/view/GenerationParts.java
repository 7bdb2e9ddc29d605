package tracker.api.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tracker.streams.domain.event.Hash;

/** What other nodes have of the generations of the views. What cannot be asked now is a {@link NotReadyException}. */
public interface GenerationParts {
    /** What a node has of a generation: the partitions that it holds, and how far each plan in them is. */
    record Part(boolean caughtUp, Set<Integer> partitions, Map<String, Long> positions) {}

    /** The digest of all that a generation holds of one plan up to a position, and of how many subjects it is. */
    record Digest(Hash hash, int subjects) {}

    /** The parts of every other node that has some of that generation. */
    List<Part> others(int generation);

    /** From the node that holds the plan in that generation, which is another one. */
    Digest digest(int generation, String plan, long position);
}
