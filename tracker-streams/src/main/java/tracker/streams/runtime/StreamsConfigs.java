package tracker.streams.runtime;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of the two applications, which differ in their names. */
final class StreamsConfigs {
    static final String COMMANDS_APPLICATION = "tracker-commands";
    /** Versioned: a change of what the views' stores hold is a new application, built from the events. */
    private static final String VIEWS_APPLICATION = "tracker-views-v3";

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private StreamsConfigs() {}

    /** Each generation of the views is an application of its own. */
    static String viewsApplication(int generation) {
        return VIEWS_APPLICATION + "-" + generation;
    }

    /** Where there are others, they take over at once what this node leaves; a node alone takes its own place again. */
    static CloseOptions closing(StreamsSettings settings) {
        return CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(
                        settings.hasPeers()
                                ? GroupMembershipOperation.LEAVE_GROUP
                                : GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    static Properties of(StreamsSettings settings, String application, StoreMemory memory) {
        Properties config = new Properties();
        config.putAll(settings.client());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        config.put(StreamsConfig.CLIENT_ID_CONFIG, application + "-" + settings.node());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replication());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        // How soon a node that has copied a store takes it over from one that has more: the least that may be.
        config.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
        config.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocksDb.class.getName());
        config.put(StoreMemory.CONFIG, memory);
        // The topologies ask for their commits; this is for what they do not count, such as checkpoints.
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000L);
        // A commit that is due waits for the poll to return.
        config.put(StreamsConfig.POLL_MS_CONFIG, 5L);
        // A node that died takes its own place again at once, instead of waiting for its old self to time out.
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.node());
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // Nothing is seen before the commit, which sends whatever still lingers: so batches may fill until then.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 100);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 1 << 16);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), settings.maxMessageBytes());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), KafkaClients.COMPRESSION);
        config.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                String.valueOf(settings.maxMessageBytes()));
        settings.durability().forEach((name, value) -> config.put(StreamsConfig.topicPrefix(name), value));
        return config;
    }
}
