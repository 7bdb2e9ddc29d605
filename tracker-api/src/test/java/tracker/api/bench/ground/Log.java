package tracker.api.bench.ground;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import tracker.api.CommittedReader;
import tracker.streams.topology.Topics;

/** What lies on the site's brokers. */
public final class Log {
    private final String bootstrap;

    public Log(Site site) {
        bootstrap = site.bootstrap();
    }

    /** Where a peer writes: as many partitions as the tracker has. */
    public String topic(String name, int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
        return name;
    }

    /** Committed records, and their bytes with their keys. */
    public record Content(long records, long bytes) {}

    public Content content(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = CommittedReader.of(bootstrap)) {
            List<TopicPartition> all = partitions(topic);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            long records = 0;
            long bytes = 0;
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    bytes += record.serializedKeySize() + record.serializedValueSize();
                    records++;
                }
            }
            return new Content(records, bytes);
        }
    }

    /** The size of the newest events, without what brought the plans into being: the mean of up to a thousand. */
    public int eventBytes() {
        try (KafkaConsumer<byte[], byte[]> consumer = CommittedReader.of(bootstrap)) {
            List<TopicPartition> all = partitions(Topics.EVENTS);
            consumer.assign(all);
            consumer.endOffsets(all).forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - 300)));
            long bytes = 0;
            int records = 0;
            while (records < 400) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(5))) {
                    bytes += record.serializedKeySize() + record.serializedValueSize();
                    records++;
                }
            }
            return (int) (bytes / records);
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Site.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }
}
