package tracker.streams.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning to where it ends now, or ended when that was asked. */
public final class TopicReader {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StreamsSettings settings;

    public TopicReader(StreamsSettings settings) {
        this.settings = settings;
    }

    /** Takes one record after the other. Its key and value may be null. */
    @FunctionalInterface
    public interface Sink {
        void accept(ConsumerRecord<String, byte[]> entry) throws IOException;
    }

    /** Where the partitions end now: what is committed lies before. */
    public record Ends(Map<TopicPartition, Long> offsets) {
        public Ends {
            offsets = Map.copyOf(offsets);
        }
    }

    public Ends ends(String topic, Collection<Integer> partitions) {
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.reader(settings)) {
            return new Ends(consumer.endOffsets(partitions.stream()
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList()));
        }
    }

    /** Hands on what is committed now, in each partition's order, at constant memory. Brokers that fall silent are an exception. */
    public void read(String topic, Collection<Integer> partitions, Sink sink) throws IOException {
        read(ends(topic, partitions), sink);
    }

    /** The same of what was committed when these were the ends. */
    public void read(Ends ends, Sink sink) throws IOException {
        Set<TopicPartition> assigned = ends.offsets().keySet();
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.reader(settings)) {
            consumer.assign(assigned);
            consumer.seekToBeginning(assigned);
            long quietSince = System.nanoTime();
            while (assigned.stream()
                    .anyMatch(one -> consumer.position(one) < ends.offsets().get(one))) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    quietSince = System.nanoTime();
                } else if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
                    throw new IOException("the brokers have sent nothing for " + PATIENCE);
                }
                for (ConsumerRecord<String, byte[]> record : records) {
                    // What was committed while this goes on belongs to the next one who reads.
                    if (record.offset() < ends.offsets().get(new TopicPartition(record.topic(), record.partition()))) {
                        sink.accept(record);
                    }
                }
            }
        }
    }
}
