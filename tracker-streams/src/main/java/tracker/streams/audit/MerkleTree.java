package tracker.streams.audit;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.event.Hash;

/** A Merkle tree, RFC 6962 section 2.1. Only complete subtrees are stored; the others are put together when asked for. Not thread-safe. */
public final class MerkleTree {
    private final Nodes nodes;
    private final Hasher hasher = new Hasher();
    private final long size;

    /** The tree of {@code size} leaves that {@code nodes} holds. */
    public MerkleTree(Nodes nodes, long size) {
        this.nodes = nodes;
        this.size = size;
    }

    public long size() {
        return size;
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
