package tracker.streams.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import tracker.streams.topology.CommandTopology;

/** The topics in which Kafka Streams keeps what the write path has stored, named as it names them. */
public final class StateTopics {
    public static final String SUBJECTS = changelog(CommandTopology.SUBJECTS);
    public static final String ANSWERS = changelog(CommandTopology.ANSWERS);

    private StateTopics() {}

    /** As Kafka Streams would make them. */
    public static List<NewTopic> topics(StreamsSettings settings) {
        return List.of(topic(SUBJECTS, settings), topic(ANSWERS, settings));
    }

    private static NewTopic topic(String name, StreamsSettings settings) {
        Map<String, String> configs = new HashMap<>(settings.durability());
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(settings.maxMessageBytes()));
        return new NewTopic(name, settings.partitions(), settings.replication()).configs(configs);
    }

    private static String changelog(String store) {
        return StreamsConfigs.COMMANDS_APPLICATION + "-" + store + "-changelog";
    }
}
