package tracker.api.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.runtime.KafkaClients;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.topology.Topics;

/** Reads the event log as it lies in Kafka, not as the views have copied it. */
public final class LogReader {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StreamsSettings settings;

    public LogReader(StreamsSettings settings) {
        this.settings = settings;
    }

    /** Takes one record after the other. */
    @FunctionalInterface
    public interface Sink {
        void accept(LoggedEvent event) throws IOException;
    }

    /** Hands on what is committed now, in each partition's order, at constant memory. Brokers that fall silent are an exception. */
    public void read(Collection<Integer> partitions, Sink sink) throws IOException {
        List<TopicPartition> assigned = partitions.stream()
                .map(partition -> new TopicPartition(Topics.EVENTS, partition))
                .toList();
        Map<Integer, Long> next = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.reader(settings)) {
            consumer.assign(assigned);
            consumer.seekToBeginning(assigned);
            Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
            long quietSince = System.nanoTime();
            while (assigned.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    quietSince = System.nanoTime();
                } else if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
                    throw new IOException("the brokers have sent nothing for " + PATIENCE);
                }
                for (ConsumerRecord<String, byte[]> record : records) {
                    // What was committed while this goes on belongs to the next one who reads.
                    if (record.offset() < ends.get(new TopicPartition(Topics.EVENTS, record.partition()))) {
                        sink.accept(logged(record, next.merge(record.partition(), 1L, Long::sum) - 1));
                    }
                }
            }
        }
    }

    private static LoggedEvent logged(ConsumerRecord<String, byte[]> record, long index) {
        return LoggedEvent.of(
                record.partition(),
                index,
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? "" : record.key(),
                record.value() == null ? new byte[0] : record.value());
    }
}
