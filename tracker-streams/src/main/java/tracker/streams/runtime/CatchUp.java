package tracker.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
            return from(admin, application, reader, reader.endOffsets(all));
        }
    }

    static CatchUp from(Admin admin, StreamsSettings settings, String application, TopicReader.Ends ends) {
        try (KafkaConsumer<String, byte[]> reader = KafkaClients.reader(settings)) {
            return from(admin, application, reader, ends.offsets());
        }
    }

    private static CatchUp from(
            Admin admin, String application, KafkaConsumer<String, byte[]> reader, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = reader.beginningOffsets(ends.keySet());
        Map<TopicPartition, Long> goal = new HashMap<>();
        ends.forEach((partition, end) -> afterLast(reader, partition, begins.get(partition), end)
                .ifPresent(offset -> goal.put(partition, offset)));
        return new CatchUp(admin, application, goal);
    }

    /**
     * The log's end itself will not do: behind the last record may lie what was aborted, and the marks of transactions, and an application
     * that reads no record there commits nothing there. Empty where no record can be read.
     */
    private static OptionalLong afterLast(
            KafkaConsumer<String, byte[]> reader, TopicPartition partition, long begin, long end) {
        reader.assign(List.of(partition));
        long upTo = end;
        for (long step = FIRST_STEP_BACK; upTo > begin; step *= 2) {
            long from = Math.max(begin, upTo - step);
            reader.seek(partition, from);
            OptionalLong last = OptionalLong.empty();
            while (reader.position(partition) < upTo) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL).records(partition)) {
                    last = record.offset() < end ? OptionalLong.of(record.offset() + 1) : last;
                }
            }
            if (last.isPresent()) {
                return last;
            }
            upTo = from;
        }
        return OptionalLong.empty();
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
