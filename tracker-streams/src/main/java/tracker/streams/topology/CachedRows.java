package tracker.streams.topology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.codec.InternalJson;

/**
 * The rows of one type in a store, of which those used last are kept decoded. For one life of a task, whose thread alone writes them: when a
 * transaction is given up, so is this.
 */
final class CachedRows<V> {
    /** Of encoded rows, a partition: decoded they take some five times as much. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 256;

    private final KeyValueStore<String, byte[]> store;
    private final InternalJson<V> json;
    private final Cache<String, Kept<V>> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<String, Kept<V>>weigher((key, row) -> row.bytes())
            // What it evicts must not be left to threads that run whenever they like.
            .executor(Runnable::run)
            .build();

    private record Kept<V>(V value, int bytes) {}

    /** A row that is to be written. */
    record Change<V>(CachedRows<V> rows, String key, V value, byte[] encoded) {
        void write() {
            rows.store.put(key, encoded);
            rows.kept.put(key, new Kept<>(value, encoded.length));
        }
    }

    CachedRows(KeyValueStore<String, byte[]> store, InternalJson<V> json) {
        this.store = store;
        this.json = json;
    }

    /** Null where there is no such row. */
    V get(String key) {
        Kept<V> known = kept.getIfPresent(key);
        if (known != null) {
            return known.value();
        }
        byte[] stored = store.get(key);
        if (stored == null) {
            return null;
        }
        V value = json.decode(stored);
        kept.put(key, new Kept<>(value, stored.length));
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
}
