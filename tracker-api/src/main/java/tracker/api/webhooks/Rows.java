package tracker.api.webhooks;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Rows by key that survive the node and are known to all nodes. */
public interface Rows extends AutoCloseable {
    /** Hands on every row there is and each change from now on, in order, on one thread; a value of null is a row that is gone. */
    void start(BiConsumer<String, byte[]> sink);

    /** Completes once what was there at the start has been handed on. */
    CompletableFuture<Void> caughtUp();

    /** Completes once it is kept, and was handed on here. Null takes the row away. */
    CompletableFuture<Void> put(String key, byte[] value);

    @Override
    void close();
}
