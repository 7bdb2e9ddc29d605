package tracker.api.view;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;

/** The rows of an application's state stores, wherever they lie. What cannot be read now is a {@link NotReadyException}, never absent. */
interface Stores {
    Optional<byte[]> get(String store, String plan, String key);

    /** At most {@code limit} rows from {@code from} to {@code to}, both included, in the keys' order. */
    List<KeyValue<String, byte[]>> range(String store, String plan, String from, String to, int limit);

    /** The last row from {@code from} to {@code to}, both included; empty where there is none. */
    Optional<KeyValue<String, byte[]>> last(String store, String plan, String from, String to);

    /** The plans that have rows in the partitions of the store that are here: everything before a key's first slash. */
    PlansHere plans(String store);
}
