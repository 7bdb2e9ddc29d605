package tracker.streams.audit;

/**
 * Where a Merkle tree keeps the hashes of its complete subtrees: the node {@code (level, index)} stands over the 2^level leaves from
 * {@code index * 2^level} on. A node is put once and never changes.
 */
public interface Nodes {
    /** Never asked for a node that was not put. */
    byte[] get(int level, long index);

    void put(int level, long index, byte[] hash);
}
