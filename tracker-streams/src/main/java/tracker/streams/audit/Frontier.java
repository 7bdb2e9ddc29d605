package tracker.streams.audit;

/**
 * The last node of each level, which is all that appending and the present root need: constant memory. Proofs and earlier roots
 * need {@link Nodes} that keep everything.
 */
public final class Frontier implements GrowingNodes {
    /** As many as a long has bits. */
    private static final int LEVELS = Long.SIZE;

    private final byte[][] hashes = new byte[LEVELS][];
    private final long[] indices = new long[LEVELS];

    @Override
    public byte[] get(int level, long index) {
        if (hashes[level] == null || indices[level] != index) {
            throw new IllegalStateException("node (%d, %d) is no longer at the frontier".formatted(level, index));
        }
        return hashes[level];
    }

    @Override
    public void put(int level, long index, byte[] hash) {
        hashes[level] = hash;
        indices[level] = index;
    }
}
