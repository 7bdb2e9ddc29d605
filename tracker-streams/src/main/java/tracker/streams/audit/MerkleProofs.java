package tracker.streams.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tracker.streams.domain.event.Hash;

/** What convinces somebody who has roots only: verification as in RFC 9162 sections 2.1.3.2 and 2.1.4.2. */
public final class MerkleProofs {
    private final Hasher hasher = new Hasher();
    /** Which node of its level, and which is the last one there. */
    private long node;

    private long last;

    private MerkleProofs(long node, long last) {
        this.node = node;
        this.last = last;
    }

    /** The hash that a leaf goes into the tree by. */
    public static Hash leafHash(byte[] leaf) {
        return Hash.of(new Hasher().leaf(leaf));
    }

    /** Whether {@code proof} shows that the leaf is at {@code index} of the tree of {@code size} leaves that has this root. */
    public static boolean included(Hash leafHash, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        return new MerkleProofs(index, size - 1).leadsFrom(leafHash, proof, root);
    }

    /** Whether {@code proof} shows that the tree of {@code second} leaves begins with the first {@code first} of the other. */
    public static boolean consistent(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first == 0) {
            return proof.isEmpty() && firstRoot.equals(Hash.of(new Hasher().empty()));
        }
        return new MerkleProofs(first - 1, second - 1).extendsTo(first, firstRoot, secondRoot, proof);
    }

    private boolean leadsFrom(Hash leafHash, List<Hash> proof, Hash root) {
        byte[] hash = leafHash.bytes();
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            hash = isRight() ? hasher.node(sibling.bytes(), hash) : hasher.node(hash, sibling.bytes());
            climb();
        }
        return last == 0 && Arrays.equals(hash, root.bytes());
    }

    private boolean extendsTo(long first, Hash firstRoot, Hash secondRoot, List<Hash> proof) {
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.add(0, firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        while ((node & 1) == 1) {
            up();
        }
        byte[] earlier = path.get(0).bytes();
        byte[] later = earlier;
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (isRight()) {
                earlier = hasher.node(sibling.bytes(), earlier);
                later = hasher.node(sibling.bytes(), later);
            } else {
                later = hasher.node(later, sibling.bytes());
            }
            climb();
        }
        return last == 0 && Arrays.equals(earlier, firstRoot.bytes()) && Arrays.equals(later, secondRoot.bytes());
    }

    private boolean isRight() {
        return (node & 1) == 1 || node == last;
    }

    /** A last node without a sibling is its own parent, as often as that is so. */
    private void climb() {
        if (isRight()) {
            while ((node & 1) == 0 && node != 0) {
                up();
            }
        }
        up();
    }

    private void up() {
        node >>= 1;
        last >>= 1;
    }
}
