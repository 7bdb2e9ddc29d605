package tracker.streams.audit;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.event.Hash;

/**
 * A growing Merkle tree, RFC 6962 section 2.1. Only complete subtrees are stored; the others are put together when asked for.
 * An append puts one node and one more for each subtree that it completes: two on average. Not thread-safe.
 */
public final class MerkleTree {
    private final Nodes nodes;
    private final Hasher hasher = new Hasher();
    private long size;

    /** The tree of {@code size} leaves that {@code nodes} holds. */
    public MerkleTree(Nodes nodes, long size) {
        this.nodes = nodes;
        this.size = size;
    }

    public long size() {
        return size;
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

    public Hash root() {
        return root(size);
    }

    /** The root of the first {@code atSize} leaves. */
    public Hash root(long atSize) {
        require(0 <= atSize && atSize <= size, atSize, size);
        return Hash.of(atSize == 0 ? hasher.empty() : subtree(0, atSize));
    }

    /** That leaf {@code index} is in the tree of {@code atSize} leaves: PATH of RFC 6962 section 2.1.1, from the leaf upwards. */
    public List<Hash> inclusionProof(long index, long atSize) {
        require(0 <= index && index < atSize && atSize <= size, index, atSize);
        List<Hash> path = new ArrayList<>();
        path(index, 0, atSize, path);
        return List.copyOf(path);
    }

    /** That the tree of {@code from} leaves begins that of {@code to}: PROOF of RFC 6962 section 2.1.2; empty if either is trivial. */
    public List<Hash> consistencyProof(long from, long to) {
        require(0 <= from && from <= to && to <= size, from, to);
        List<Hash> proof = new ArrayList<>();
        if (from > 0) {
            proof(from, 0, to, true, proof);
        }
        return List.copyOf(proof);
    }

    private void path(long index, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(index, start, middle, path);
            path.add(Hash.of(subtree(middle, end)));
        } else {
            path(index, middle, end, path);
            path.add(Hash.of(subtree(start, middle)));
        }
    }

    /** {@code known}: the verifier has the subtree's hash, because it is the earlier root. */
    private void proof(long from, long start, long end, boolean known, List<Hash> proof) {
        if (from == end) {
            if (!known) {
                proof.add(Hash.of(subtree(start, end)));
            }
            return;
        }
        long middle = start + split(end - start);
        if (from <= middle) {
            proof(from, start, middle, known, proof);
            proof.add(Hash.of(subtree(middle, end)));
        } else {
            proof(from, middle, end, false, proof);
            proof.add(Hash.of(subtree(start, middle)));
        }
    }

    private byte[] subtree(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.get(level, start >> level);
        }
        long middle = start + split(leaves);
        return hasher.node(subtree(start, middle), subtree(middle, end));
    }

    /** The largest power of two that is less than {@code leaves}. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static void require(boolean within, long first, long second) {
        if (!within) {
            throw new IllegalArgumentException("not within the tree: %d, %d".formatted(first, second));
        }
    }
}
