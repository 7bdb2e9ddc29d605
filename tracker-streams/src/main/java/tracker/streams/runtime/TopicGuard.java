package tracker.streams.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import tracker.streams.topology.Topics;

/**
 * Sees to it that the topics are there and keep what they must keep. Of one that exists it only ever raises the limit of a message,
 * which loses nothing.
 */
public final class TopicGuard {
    private static final String FOREVER = "-1";
    private static final Set<String> AT_LEAST =
            Set.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Admin admin;
    private final List<NewTopic> wanted;

    public TopicGuard(Admin admin, StreamsSettings settings) {
        this.admin = admin;
        int partitions = settings.partitions();
        String largest = String.valueOf(settings.maxMessageBytes());
        Map<String, String> kept = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, FOREVER,
                TopicConfig.RETENTION_BYTES_CONFIG, FOREVER);
        Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        this.wanted = List.of(
                topic(Topics.EVENTS, partitions, settings, kept),
                topic(Topics.CHECKPOINTS, partitions, settings, kept),
                topic(
                        Topics.COMMANDS,
                        partitions,
                        settings,
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
                        settings,
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
                        settings,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                FOREVER,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                largest)),
                topic(Topics.SCHEMAS, 1, settings, compacted),
                topic(Topics.CONTROL, 1, settings, compacted),
                topic(Topics.WEBHOOKS, 1, settings, compacted),
                topic(Topics.NODES, 1, settings, compacted));
    }

    /** Only prepares the topics. {@link BrokersRefusedException} where the brokers do not let it. */
    public static void prepare(StreamsSettings settings) {
        try (Admin admin = KafkaClients.admin(settings)) {
            new TopicGuard(admin, settings).check();
        } catch (RuntimeException failed) {
            throw BrokersRefusedException.orItself(failed);
        }
    }

    /** Creates the topics that are missing; a topic that is there with other settings is a {@link WrongTopicException}. */
    public void check() {
        wanted.forEach(this::createOnceBrokersAreThere);
        List<String> wrong = wrongOnceKnown();
        if (raised(wrong)) {
            wrong = wrongOnceKnown();
        }
        if (!wrong.isEmpty()) {
            throw new WrongTopicException(wrong);
        }
    }

    /** Brokers that start together are not all there at once, and a topic's copies each need one. */
    private void createOnceBrokersAreThere(NewTopic topic) {
        long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (true) {
            try {
                admin.createTopics(List.of(topic)).all().get();
                return;
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof TopicExistsException) {
                    return;
                }
                if (!(failed.getCause() instanceof InvalidReplicationFactorException) || System.nanoTime() > end) {
                    throw new IllegalStateException("cannot create topic " + topic.name(), failed.getCause());
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
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
            List<TopicPartitionInfo> there = topics.get(topic.name()).partitions();
            int partitions = there.size();
            if (partitions != topic.numPartitions()) {
                wrong.add("%s has %d partitions, not %d".formatted(topic.name(), partitions, topic.numPartitions()));
            }
            int copies = there.stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .orElse(0);
            if (copies < topic.replicationFactor()) {
                wrong.add("%s has %d replicas, not %d".formatted(topic.name(), copies, topic.replicationFactor()));
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

    /** Room for more than is needed does no harm, and neither do more copies. */
    private static boolean suffices(String key, String wanted, String actual) {
        return AT_LEAST.contains(key) ? Integer.parseInt(actual) >= Integer.parseInt(wanted) : wanted.equals(actual);
    }

    private static NewTopic topic(String name, int partitions, StreamsSettings settings, Map<String, String> configs) {
        Map<String, String> all = new HashMap<>(configs);
        all.putAll(settings.durability());
        return new NewTopic(name, partitions, settings.replication()).configs(all);
    }

    private static String days(int days) {
        return String.valueOf(Duration.ofDays(days).toMillis());
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", cause);
    }
}
