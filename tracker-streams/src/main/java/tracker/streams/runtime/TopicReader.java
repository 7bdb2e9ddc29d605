package tracker.streams.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning to where it ends now. */
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

    /** Hands on what is committed now, in each partition's order, at constant memory. Brokers that fall silent are an exception. */
    public void read(String topic, Collection<Integer> partitions, Sink sink) throws IOException {
        List<TopicPartition> assigned = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
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
                    if (record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
                        sink.accept(record);
                    }
                }
            }
        }
    }
}
