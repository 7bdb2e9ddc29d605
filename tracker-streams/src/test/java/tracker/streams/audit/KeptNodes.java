package tracker.streams.audit;

import java.util.HashMap;
import java.util.Map;

/** All nodes in a map, as a store would keep them: each is put once and asked for only if it was put. */
final class KeptNodes implements GrowingNodes {
    private final Map<String, byte[]> nodes = new HashMap<>();

    @Override
    public byte[] get(int level, long index) {
        byte[] node = nodes.get(level + "/" + index);
        if (node == null) {
            throw new AssertionError("asked for a node that was not put");
        }
        return node;
    }

    @Override
    public void put(int level, long index, byte[] hash) {
        if (nodes.put(level + "/" + index, hash) != null) {
            throw new AssertionError("put twice");
        }
    }
}
