package tracker.streams.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Knows how much topics held when the node started, and whether an application has come that far: before that it reads old state. */
final class CatchUp {
    private final Admin admin;
    private final String application;
    private final Map<TopicPartition, Long> goal;

    private CatchUp(Admin admin, String application, Map<TopicPartition, Long> goal) {
        this.admin = admin;
        this.application = application;
        this.goal = goal;
    }

    static CatchUp from(Admin admin, String application, List<String> topics, int partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> goal = new HashMap<>();
        admin.listOffsets(ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> {
                    if (end.offset() > 0) {
                        goal.put(partition, end.offset());
                    }
                });
        return new CatchUp(admin, application, goal);
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
