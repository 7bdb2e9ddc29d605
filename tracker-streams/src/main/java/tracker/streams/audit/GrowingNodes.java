package tracker.streams.audit;

/** Nodes of a tree that grows: each is put once and never changes. */
public interface GrowingNodes extends Nodes {
    void put(int level, long index, byte[] hash);
}
