package tracker.streams.runtime;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.KafkaStreams;
import tracker.streams.topology.TaskListener;

/**
 * The partitions whose tasks work here. Kafka Streams lends the stores of a task that is being brought back, too, and would answer from them what is
 * not there yet.
 */
public final class LiveTasks implements TaskListener {
    private final Map<Integer, Object> lives = new ConcurrentHashMap<>();

    @Override
    public void begun(int partition) {
        lives.put(partition, new Object());
    }

    @Override
    public void ended(int partition) {
        lives.remove(partition);
    }

    /** Null where none works; another one for each time that it began. */
    public Object life(int partition) {
        return lives.get(partition);
    }

    /** All whose tasks work, while the application does. */
    Set<Integer> partitions(KafkaStreams streams) {
        return streams.state().isRunningOrRebalancing() ? partitions() : Set.of();
    }

    private Set<Integer> partitions() {
        return Set.copyOf(lives.keySet());
    }
}
