package tracker.api.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tracker.streams.audit.ArchiveHeader;
import tracker.streams.audit.ArchiveWriter;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.Compression;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.audit.Scope;
import tracker.streams.audit.VerifierKey;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.topology.Topics;

/** The whole event log as an archive, as it lies in Kafka, up to a checkpoint of each partition that is signed here and now. */
public final class LogArchive {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final StreamsSettings settings;
    private final String cluster;
    private final AuditKeys keys;
    private final Clock clock;

    /** {@code cluster} is Kafka's own name of itself: with it the log has a name that no other log has. */
    public LogArchive(StreamsSettings settings, String cluster, AuditKeys keys, Clock clock) {
        this.settings = settings;
        this.cluster = cluster;
        this.keys = keys;
        this.clock = clock;
    }

    /** What an auditor must know to verify an archive: the log's name, its partitions, and whose signatures hold. */
    public record Trusted(String origin, int partitions, List<String> keys) {}

    public Trusted trusted() {
        return new Trusted(
                origin(),
                settings.partitions(),
                keys.verifiers().stream().map(VerifierKey::text).toList());
    }

    /** Writes what is committed now, at constant memory. The stream is flushed and stays open. */
    public void writeTo(OutputStream out) throws IOException {
        Instant now = clock.instant();
        ArchiveWriter writer = new ArchiveWriter(
                out, ArchiveHeader.of(origin(), settings.partitions(), new Scope.Complete(), now, Compression.DEFLATE));
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = IntStream.range(0, settings.partitions())
                    .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    // What was committed while this goes on belongs to the next archive.
                    if (record.offset() < ends.get(new TopicPartition(Topics.EVENTS, record.partition()))) {
                        writer.event(LoggedEvent.of(
                                record.partition(),
                                writer.size(record.partition()),
                                Instant.ofEpochMilli(record.timestamp()),
                                record.key(),
                                record.value()));
                    }
                }
            }
        }
        for (int partition = 0; partition < settings.partitions(); partition++) {
            Checkpoint checkpoint =
                    Checkpoint.of(origin(), partition, writer.size(partition), writer.root(partition), now);
            writer.checkpoint(partition, CheckpointSigner.sign(checkpoint, keys.signers()));
        }
        writer.finish();
    }

    private String origin() {
        return Topics.EVENTS + "/" + cluster;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(settings.client());
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
