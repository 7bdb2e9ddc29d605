package tracker.streams.audit;

import java.security.MessageDigest;
import tracker.streams.domain.event.Hash;

/** SHA-256 and the two hashes of a Merkle tree, RFC 6962 section 2.1. Not thread-safe: one digest is used again and again. */
final class Hasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Hash.digest();

    Hash hash(byte[] bytes) {
        return Hash.of(digest.digest(bytes));
    }

    /** The root of the tree that has no leaf. */
    byte[] empty() {
        return digest.digest();
    }

    byte[] leaf(byte[] leaf) {
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
