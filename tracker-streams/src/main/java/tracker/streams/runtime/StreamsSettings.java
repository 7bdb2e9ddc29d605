package tracker.streams.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How a node runs its streams. {@code node} names it among its peers, the same after each restart; {@code address} is where they reach it,
 * null where it has none. {@code standbys} is how many other nodes keep a copy of each store. {@code storeMemory} is
 * how many bytes the stores of each application keep in memory outside the heap. {@code client} is added to every Kafka
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
        long storeMemory,
        Duration commitInterval,
        Duration answerRetention,
        Map<String, String> client) {
    /** A batch of ten thousand reports is one command, and one result where every one of them is wrong. */
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    /** Of two, most would be both, and none could be missing. */
    private static final int FIRST_WITH_ONE_TO_SPARE = 3;

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

    /** What each topic says of its copies: of three or more, most must have what is written before it is acknowledged. */
    Map<String, String> durability() {
        return replication < FIRST_WITH_ONE_TO_SPARE
                ? Map.of()
                : Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(replication / 2 + 1));
    }

    /** What the largest command, result or row of state may have. */
    public int maxMessageBytes() {
        return MAX_MESSAGE_BYTES;
    }
}
