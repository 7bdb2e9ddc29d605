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
    public StreamsSettings {
        client = Map.copyOf(client);
    }
}
