package tracker.streams.audit;

import tracker.streams.domain.event.Hash;

/**
 * A Merkle tree to which leaves are appended. An append puts one node and one more for each subtree that it completes: two on average. Not
 * thread-safe.
 */
public final class GrowingTree {
    private final GrowingNodes nodes;
    private final Hasher hasher = new Hasher();
    private long size;

    /** Goes on from the tree of {@code size} leaves that {@code nodes} holds. */
    public GrowingTree(GrowingNodes nodes, long size) {
        this.nodes = nodes;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** The tree as it is now. */
    public MerkleTree now() {
        return new MerkleTree(nodes, size);
    }

    /** The present tree's. */
    public Hash root() {
        return now().root();
    }

    /** Returns the leaf's index. */
    public long append(byte[] leaf) {
        return appendHash(hasher.leaf(leaf));
    }

    /** As {@link #append}, of a leaf whose hash is known already. */
    long appendHash(byte[] leafHash) {
        byte[] hash = leafHash;
        int level = 0;
        long index = size;
        // A right child completes its parent. The left one is read first: at a frontier, the put replaces it.
        while ((index & 1) == 1) {
            byte[] left = nodes.get(level, index - 1);
            nodes.put(level, index, hash);
            hash = hasher.node(left, hash);
            index >>= 1;
            level++;
        }
        nodes.put(level, index, hash);
        return size++;
    }
}
