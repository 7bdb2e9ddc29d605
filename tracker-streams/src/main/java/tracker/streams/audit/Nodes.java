package tracker.streams.audit;

/**
 * The hashes of a Merkle tree's complete subtrees: the node {@code (level, index)} stands over the 2^level leaves from
 * {@code index * 2^level} on.
 */
public interface Nodes {
    /** Never asked for a node that was not put. */
    byte[] get(int level, long index);
}
