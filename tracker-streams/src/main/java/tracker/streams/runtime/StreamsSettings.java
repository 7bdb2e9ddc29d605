package tracker.streams.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a node runs its streams. {@code node} names it among its peers, the same after each restart; {@code address} is where they reach it,
 * null where it has none. {@code standbys} is how many other nodes keep a copy of each store. {@code client} is added to every Kafka
 * client's configuration (security, for example).
 */
public record StreamsSettings(
        String bootstrapServers,
        String node,
        String address,
        Set<NodePath> paths,
        Path stateDirectory,
        int partitions,
        short replication,
        int threads,
        int standbys,
        Duration commitInterval,
        Duration answerRetention,
        Map<String, String> client) {
    /** A batch of ten thousand reports is one command, and one result where every one of them is wrong. */
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    public StreamsSettings {
        client = Map.copyOf(client);
        paths = Set.copyOf(paths);
    }

    /** What of the work on the log a node does. */
    public enum NodePath {
        /** Decides commands. */
        WRITE,
        /** Keeps views. */
        READ
    }

    /** Whether there may be other nodes. */
    public boolean hasPeers() {
        return address != null;
    }

    /** What the largest command, result or row of state may have. */
    public int maxMessageBytes() {
        return MAX_MESSAGE_BYTES;
    }
}
