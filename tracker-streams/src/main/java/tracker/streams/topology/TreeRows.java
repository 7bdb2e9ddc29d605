package tracker.streams.topology;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.audit.GrowingNodes;
import tracker.streams.audit.GrowingTree;

/** The rows of {@link ViewTopology#TREE}: a Merkle tree's nodes, its size, and the place of each event by its id. */
public final class TreeRows {
    /** Key of the number of leaves. */
    public static final String SIZE = "size";

    private TreeRows() {}

    /** Where an event is: {@code index} counts the records of its partition from 0, {@code position} the events of its plan from 1. */
    public record Leaf(long index, long position) {
        byte[] encode() {
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(index)
                    .putLong(position)
                    .array();
        }

        public static Leaf decode(byte[] row) {
            ByteBuffer buffer = ByteBuffer.wrap(row);
            return new Leaf(buffer.getLong(), buffer.getLong());
        }
    }

    /** Key of the hash of a complete subtree. */
    public static String node(int level, long index) {
        return "node/" + HexFormat.of().toHexDigits((byte) level) + "/" + ViewKeys.hex(index);
    }

    /** Key of an event's {@link Leaf}. */
    public static String event(String eventId) {
        return "event/" + eventId;
    }

    /** Null: nothing was appended yet. */
    public static long size(byte[] row) {
        return row == null ? 0 : ByteBuffer.wrap(row).getLong();
    }

    /** Appends a record as it lies in the log; returns its index. */
    static long append(KeyValueStore<String, byte[]> store, byte[] record) {
        GrowingTree tree = new GrowingTree(new StoredNodes(store), size(store.get(SIZE)));
        long index = tree.append(record);
        // Behind its nodes: whoever reads this size finds them all.
        store.put(SIZE, ByteBuffer.allocate(Long.BYTES).putLong(tree.size()).array());
        return index;
    }

    private record StoredNodes(KeyValueStore<String, byte[]> store) implements GrowingNodes {
        @Override
        public byte[] get(int level, long index) {
            return store.get(node(level, index));
        }

        @Override
        public void put(int level, long index, byte[] hash) {
            store.put(node(level, index), hash);
        }
    }
}
