package tracker.api.faults.clients;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often what was done, and what came of it. */
public final class Tally {
    private final Map<String, Map<Result, LongAdder>> counts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> writesOfNodes = new ConcurrentHashMap<>();

    private final AtomicLong last = new AtomicLong();

    /** As the client was told. */
    public enum Result {
        OK,
        REFUSED,
        UNKNOWN
    }

    void count(String operation, Result result) {
        counts.computeIfAbsent(operation, unseen -> new ConcurrentHashMap<>())
                .computeIfAbsent(result, unseen -> new LongAdder())
                .increment();
    }

    void wrote(String node, long position) {
        last.accumulateAndGet(position, Math::max);
        writesOfNodes.computeIfAbsent(node, unseen -> new LongAdder()).increment();
    }

    /** The last position that any answer to a write named. */
    long last() {
        return last.get();
    }

    /** How many writes that node has answered as accepted. */
    public long writes(String node) {
        LongAdder count = writesOfNodes.get(node);
        return count == null ? 0 : count.sum();
    }

    public long of(Result result) {
        return counts.values().stream()
                .mapToLong(
                        results -> results.getOrDefault(result, new LongAdder()).sum())
                .sum();
    }

    /** One line: how many there were of each result. */
    public String totals() {
        return Arrays.stream(Result.values())
                .map(result -> result.name().toLowerCase(Locale.ROOT) + " " + of(result))
                .collect(Collectors.joining(", "));
    }

    /** A line for each operation. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts).forEach((operation, results) -> {
            text.append("  %-18s".formatted(operation));
            for (Result result : Result.values()) {
                LongAdder count = results.getOrDefault(result, new LongAdder());
                text.append(" %s %d".formatted(result.name().toLowerCase(Locale.ROOT), count.sum()));
            }
            text.append('\n');
        });
        return text.toString();
    }
}
