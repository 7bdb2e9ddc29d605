package tracker.api.blobs;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps bytes under keys, beside the log. A key is made of {@link BlobKeys names joined by slashes}; no key may be the folder of another
 * one. What is there under a key is there whole. {@link StoreUnavailableException} where the store does not answer.
 */
public interface BlobStore extends AutoCloseable {
    /** Keeps a copy of {@code file}, unless there is something under the key already: false then. */
    boolean putIfAbsent(String key, Path file);

    /** The same of something small. */
    boolean putIfAbsent(String key, byte[] content);

    /** Keeps {@code content} in place of what is there. */
    void put(String key, byte[] content);

    /** The whole of something small. */
    Optional<byte[]> get(String key);

    /** To be closed by the caller. */
    Optional<InputStream> open(String key);

    /** In bytes; empty where nothing is under the key. */
    OptionalLong size(String key);

    default boolean exists(String key) {
        return size(key).isPresent();
    }

    /** Forgets what is under the key; nothing happens where nothing is. */
    void delete(String key);

    /** The keys within {@code folder}, however deep, in order. */
    List<String> list(String folder);

    /** Every key, in order. */
    List<String> all();

    @Override
    void close();
}
