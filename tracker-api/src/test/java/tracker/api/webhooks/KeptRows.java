package tracker.api.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Rows in memory, as a compacted topic keeps them: of each key the last, at its place. */
final class KeptRows implements Rows {
    private final Map<String, byte[]> rows = new LinkedHashMap<>();
    private BiConsumer<String, byte[]> sink;

    @Override
    public void start(BiConsumer<String, byte[]> sink) {
        this.sink = sink;
        rows.forEach(sink);
    }

    @Override
    public CompletableFuture<Void> caughtUp() {
        return sink == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> put(String key, byte[] value) {
        rows.remove(key);
        if (value != null) {
            rows.put(key, value);
        }
        sink.accept(key, value);
        return CompletableFuture.completedFuture(null);
    }

    Map<String, byte[]> rows() {
        return rows;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
