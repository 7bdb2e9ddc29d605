package tracker.api.backup;

import java.time.Instant;
import java.util.Map;

/** What a backup is of. {@code files} are its files by their paths within it, with the SHA-256 of each in hexadecimal. */
public record Manifest(String log, int partitions, Instant created, long events, Map<String, String> files) {
    public Manifest {
        files = Map.copyOf(files);
    }
}
