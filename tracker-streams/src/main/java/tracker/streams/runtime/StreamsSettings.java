package tracker.streams.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a node runs its streams. {@code node} names it among its peers, the same after each restart. {@code client} is added to every
 * Kafka client's configuration (security, for example).
 */
public record StreamsSettings(
        String bootstrapServers,
        String node,
        Path stateDirectory,
        int partitions,
        short replication,
        int threads,
        Duration commitInterval,
        Duration answerRetention,
        Map<String, String> client) {
    /** A batch of ten thousand reports is one command, and one result where every one of them is wrong. */
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    public StreamsSettings {
        client = Map.copyOf(client);
    }

    /** What the largest command, result or row of state may have. */
    public int maxMessageBytes() {
        return MAX_MESSAGE_BYTES;
    }
}
