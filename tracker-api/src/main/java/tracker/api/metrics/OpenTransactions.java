package tracker.api.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracker.streams.runtime.LogWatch;

/** For how long each partition's last stable offset has stood still while something lies behind it. Not thread-safe. */
final class OpenTransactions {
    private final Map<Integer, Standstill> since = new HashMap<>();

    private record Standstill(long stable, Instant seen) {}

    record Age(int partition, long seconds) {}

    /** 0 for a partition whose end is stable, or whose stable offset has moved since it was looked at last. */
    List<Age> ages(List<LogWatch.Partition> partitions, Instant now) {
        return partitions.stream()
                .map(partition -> new Age(partition.number(), age(partition, now)))
                .toList();
    }

    private long age(LogWatch.Partition partition, Instant now) {
        if (partition.stable() >= partition.end()) {
            since.remove(partition.number());
            return 0;
        }
        Standstill known = since.get(partition.number());
        if (known == null || known.stable() != partition.stable()) {
            since.put(partition.number(), new Standstill(partition.stable(), now));
            return 0;
        }
        return Duration.between(known.seen(), now).toSeconds();
    }
}
