package tracker.api.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.function.Function;

/** Rows that were decoded lately. What is kept of a row is taken only for the same bytes, so that it can never be out of date. Thread-safe. */
final class Decoded<V> {
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 256;

    private final Function<byte[], V> decode;
    private final Cache<String, Known<V>> known = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<String, Known<V>>weigher((key, row) -> row.row().length)
            .build();

    private record Known<V>(byte[] row, V value) {}

    Decoded(Function<byte[], V> decode) {
        this.decode = decode;
    }

    /** What {@code row}, which lies under {@code key}, says: of the same bytes the same object, as long as it is kept. */
    V of(String key, byte[] row) {
        Known<V> before = known.getIfPresent(key);
        if (before != null && Arrays.equals(before.row(), row)) {
            return before.value();
        }
        V value = decode.apply(row);
        known.put(key, new Known<>(row, value));
        return value;
    }
}
