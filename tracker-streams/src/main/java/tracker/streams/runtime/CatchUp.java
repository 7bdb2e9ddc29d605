package tracker.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Knows how much partitions of topics held at one moment, and whether an application has come that far: before that it reads old state. */
final class CatchUp {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long FIRST_STEP_BACK = 500;

    private final Admin admin;
    private final String application;
    /** What must be committed, by partition: the offset after the last record that can be read. */
    private final Map<TopicPartition, Long> goal;

    private CatchUp(Admin admin, String application, Map<TopicPartition, Long> goal) {
        this.admin = admin;
        this.application = application;
        this.goal = goal;
    }

    /** With nothing to catch up with. */
    static CatchUp done(Admin admin) {
        return new CatchUp(admin, "", Map.of());
    }

    static CatchUp from(
            Admin admin, StreamsSettings settings, String application, List<String> topics, Set<Integer> partitions) {
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> partitions.stream().map(partition -> new TopicPartition(topic, partition)))
                .toList();
        try (KafkaConsumer<String, byte[]> reader = KafkaClients.reader(settings)) {
            return new CatchUp(admin, application, afterLast(reader, reader.endOffsets(all)));
        }
    }

    static CatchUp from(Admin admin, StreamsSettings settings, String application, TopicReader.Ends ends) {
        try (KafkaConsumer<String, byte[]> reader = KafkaClients.reader(settings)) {
            return new CatchUp(admin, application, afterLast(reader, ends.offsets()));
        }
    }

    /**
     * The log's end itself will not do: behind the last record may lie what was aborted, and the marks of transactions, and an application
     * that reads no record there commits nothing there. Without those where no record can be read. All at once: a consumer that turns to
     * another partition first waits for the fetch that is under way.
     */
    private static Map<TopicPartition, Long> afterLast(
            KafkaConsumer<String, byte[]> reader, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = reader.beginningOffsets(ends.keySet());
        Map<TopicPartition, Long> found = new HashMap<>();
        Map<TopicPartition, Long> upTo = new HashMap<>(ends);
        for (long step = FIRST_STEP_BACK; ; step *= 2) {
            upTo.entrySet()
                    .removeIf(entry ->
                            found.containsKey(entry.getKey()) || entry.getValue() <= begins.get(entry.getKey()));
            if (upTo.isEmpty()) {
                return found;
            }
            reader.assign(upTo.keySet());
            Map<TopicPartition, Long> from = new HashMap<>();
            for (Map.Entry<TopicPartition, Long> entry : upTo.entrySet()) {
                long offset = Math.max(begins.get(entry.getKey()), entry.getValue() - step);
                reader.seek(entry.getKey(), offset);
                from.put(entry.getKey(), offset);
            }
            while (upTo.entrySet().stream().anyMatch(entry -> reader.position(entry.getKey()) < entry.getValue())) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.get(partition)) {
                        found.merge(partition, record.offset() + 1, Math::max);
                    }
                }
            }
            upTo = from;
        }
    }

    boolean isDone() throws ExecutionException, InterruptedException {
        if (goal.isEmpty()) {
            return true;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        goal.entrySet().removeIf(entry -> {
            OffsetAndMetadata offset = committed.get(entry.getKey());
            return offset != null && offset.offset() >= entry.getValue();
        });
        return goal.isEmpty();
    }
}
