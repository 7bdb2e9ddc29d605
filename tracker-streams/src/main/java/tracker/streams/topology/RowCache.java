package tracker.streams.topology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The decoded rows that all tasks of an application keep, those used last: together, so that a node of many partitions needs no more memory
 * than one of few. Thread-safe.
 */
final class RowCache {
    /** Of the heap, for encoded rows: decoded they take some five times as much. */
    private static final int SHARE = 128;

    private final Cache<Place, Kept> kept;

    /** A task's rows of one type, and the key of one of them. */
    private record Place(CachedRows<?> rows, String key) {}

    private record Kept(Object value, int bytes) {}

    RowCache() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** {@code mostBytes} of encoded rows. */
    RowCache(long mostBytes) {
        kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<Place, Kept>weigher((place, row) -> row.bytes())
                // What it evicts must not be left to threads that run whenever they like.
                .executor(Runnable::run)
                .build();
    }

    /** Null where it is not kept. */
    Object get(CachedRows<?> rows, String key) {
        Kept known = kept.getIfPresent(new Place(rows, key));
        return known == null ? null : known.value();
    }

    /** {@code bytes} is what it takes encoded. */
    void put(CachedRows<?> rows, String key, Object value, int bytes) {
        kept.put(new Place(rows, key), new Kept(value, bytes));
    }

    /** Nobody asks for these any more. */
    void forget(CachedRows<?> rows) {
        kept.asMap().keySet().removeIf(place -> place.rows() == rows);
    }
}
