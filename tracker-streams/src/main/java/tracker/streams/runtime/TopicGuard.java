package tracker.streams.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import tracker.streams.topology.Topics;

/**
 * Sees to it that the topics are there and keep what they must keep. Of one that exists it only ever raises the limit of a message,
 * which loses nothing.
 */
public final class TopicGuard {
    private static final String FOREVER = "-1";
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Admin admin;
    private final List<NewTopic> wanted;

    public TopicGuard(Admin admin, int partitions, short replication, int maxMessageBytes) {
        this.admin = admin;
        String largest = String.valueOf(maxMessageBytes);
        Map<String, String> kept = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, FOREVER,
                TopicConfig.RETENTION_BYTES_CONFIG, FOREVER);
        Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        this.wanted = List.of(
                topic(Topics.EVENTS, partitions, replication, kept),
                topic(Topics.CHECKPOINTS, partitions, replication, kept),
                topic(
                        Topics.COMMANDS,
                        partitions,
                        replication,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                days(7),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                largest,
                                // The broker's clock, not each sender's: what is recorded in a partition has one clock.
                                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                "LogAppendTime")),
                topic(
                        Topics.RESULTS,
                        partitions,
                        replication,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                days(1),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                largest)),
                topic(
                        Topics.DEAD_LETTERS,
                        1,
                        replication,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                FOREVER,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                largest)),
                topic(Topics.SCHEMAS, 1, replication, compacted),
                topic(Topics.CONTROL, 1, replication, compacted),
                topic(Topics.WEBHOOKS, 1, replication, compacted),
                topic(Topics.NODES, 1, replication, compacted));
    }

    /** Creates the topics that are missing; a topic that is there with other settings is a {@link WrongTopicException}. */
    public void check() {
        for (NewTopic topic : wanted) {
            try {
                admin.createTopics(List.of(topic)).all().get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("cannot create topic " + topic.name(), failed.getCause());
                }
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }
        List<String> wrong = wrongOnceKnown();
        if (raised(wrong)) {
            wrong = wrongOnceKnown();
        }
        if (!wrong.isEmpty()) {
            throw new WrongTopicException(wrong);
        }
    }

    /** Whether a limit was too low, and is raised now. */
    private boolean raised(List<String> wrong) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (NewTopic topic : wanted) {
            String fault = topic.name() + " has " + TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
            if (wrong.stream().anyMatch(one -> one.startsWith(fault))) {
                String limit = topic.configs().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
                changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        List.of(new AlterConfigOp(
                                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, limit),
                                AlterConfigOp.OpType.SET)));
            }
        }
        if (changes.isEmpty()) {
            return false;
        }
        try {
            admin.incrementalAlterConfigs(changes).all().get();
            return true;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot raise the topics' limits", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** A topic that was just created is known to the controller first, and to the broker that is asked a little later. */
    private List<String> wrongOnceKnown() {
        long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (true) {
            try {
                return wrong();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw new IllegalStateException("cannot read the topics' settings", failed.getCause());
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }
    }

    private List<String> wrong() throws ExecutionException, InterruptedException {
        Collection<String> names = wanted.stream().map(NewTopic::name).toList();
        List<String> wrong = new ArrayList<>();
        Map<String, TopicDescription> topics =
                admin.describeTopics(names).allTopicNames().get();
        Map<ConfigResource, Config> configs = admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get();
        Map<String, Config> byName = configs.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        for (NewTopic topic : wanted) {
            int partitions = topics.get(topic.name()).partitions().size();
            if (partitions != topic.numPartitions()) {
                wrong.add("%s has %d partitions, not %d".formatted(topic.name(), partitions, topic.numPartitions()));
            }
            topic.configs().forEach((key, value) -> {
                String actual = byName.get(topic.name()).get(key).value();
                if (!suffices(key, value, actual)) {
                    wrong.add("%s has %s=%s, not %s".formatted(topic.name(), key, actual, value));
                }
            });
        }
        return wrong;
    }

    /** Room for more than is needed does no harm. */
    private static boolean suffices(String key, String wanted, String actual) {
        return key.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                ? Integer.parseInt(actual) >= Integer.parseInt(wanted)
                : wanted.equals(actual);
    }

    private static NewTopic topic(String name, int partitions, short replication, Map<String, String> configs) {
        return new NewTopic(name, partitions, replication).configs(configs);
    }

    private static String days(int days) {
        return String.valueOf(Duration.ofDays(days).toMillis());
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", cause);
    }
}
