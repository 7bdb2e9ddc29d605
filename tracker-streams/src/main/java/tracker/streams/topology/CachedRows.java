package tracker.streams.topology;

import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.codec.InternalJson;

/**
 * The rows of one type in a store, of which those used last are kept decoded. For one life of a task, whose thread alone writes them: when a
 * transaction is given up, so is this.
 */
final class CachedRows<V> implements AutoCloseable {
    private final KeyValueStore<String, byte[]> store;
    private final InternalJson<V> json;
    private final RowCache kept;

    /** A row that is to be written. */
    record Change<V>(CachedRows<V> rows, String key, V value, byte[] encoded) {
        void write() {
            rows.store.put(key, encoded);
            rows.kept.put(rows, key, value, encoded.length);
        }
    }

    CachedRows(KeyValueStore<String, byte[]> store, InternalJson<V> json, RowCache kept) {
        this.store = store;
        this.json = json;
        this.kept = kept;
    }

    /** Null where there is no such row. */
    V get(String key) {
        V known = json.cast(kept.get(this, key));
        if (known != null) {
            return known;
        }
        byte[] stored = store.get(key);
        if (stored == null) {
            return null;
        }
        V value = json.decode(stored);
        kept.put(this, key, value, stored.length);
        return value;
    }

    /** Encodes what is to be written; nothing is, yet. */
    Change<V> change(String key, V value) {
        return new Change<>(this, key, value, json.encode(value));
    }

    /** For walking through; what is met there is not kept, as there may be any number of rows. */
    KeyValueStore<String, byte[]> store() {
        return store;
    }

    @Override
    public void close() {
        kept.forget(this);
    }
}
