package tracker.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * All subjects of a plan share a partition, chosen by the plan's part of the key: so a plan has one order of events, and what a
 * command must know of its plan lies beside it.
 */
public final class PlanPartitioner implements StreamPartitioner<String, byte[]> {
    /** {@code key} is a plan, or a key that begins with the plan and a slash. */
    public static int partition(String key, int partitions) {
        int slash = key.indexOf('/');
        String plan = slash < 0 ? key : key.substring(0, slash);
        return Utils.toPositive(Utils.murmur2(plan.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int numPartitions) {
        return Optional.of(Set.of(partition(key, numPartitions)));
    }
}
