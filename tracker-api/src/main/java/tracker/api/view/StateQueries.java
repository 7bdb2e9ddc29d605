package tracker.api.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import tracker.streams.runtime.LiveTasks;
import tracker.streams.topology.PlanPartitioner;

/**
 * The stores of one Streams application, by partition. Whatever keeps a store from answering is a {@link NotReadyException}. Not by IQv2, whose
 * key query takes the store's locks in the order opposite to a write's, and so deadlocks with one (KAFKA-19629).
 */
final class StateQueries implements Stores {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final KafkaStreams streams;
    private final int partitions;
    private final LiveTasks tasks;
    private final Supplier<Set<Integer>> here;

    /** {@code here} are the partitions, of all those, that this node holds. */
    StateQueries(KafkaStreams streams, int partitions, LiveTasks tasks, Supplier<Set<Integer>> here) {
        this.tasks = tasks;
        this.streams = streams;
        this.partitions = partitions;
        this.here = here;
    }

    @Override
    public Optional<byte[]> get(String store, String plan, String key) {
        return get(store, PlanPartitioner.partition(plan, partitions), key);
    }

    Optional<byte[]> get(String store, int partition, String key) {
        return Optional.ofNullable(ask(store, partition, rows -> rows.get(key)));
    }

    @Override
    public List<KeyValue<String, byte[]>> range(String store, String plan, String from, String to, int limit) {
        return ask(store, plan, rows -> {
            List<KeyValue<String, byte[]>> found = new ArrayList<>();
            try (KeyValueIterator<String, byte[]> range = rows.range(from, to)) {
                while (range.hasNext() && found.size() < limit) {
                    found.add(range.next());
                }
            }
            return found;
        });
    }

    @Override
    public Optional<KeyValue<String, byte[]>> last(String store, String plan, String from, String to) {
        return newest(store, PlanPartitioner.partition(plan, partitions), from, to, 1).stream()
                .findFirst();
    }

    /** At most {@code limit} rows from {@code from} to {@code to}, both included, the last key first. */
    List<KeyValue<String, byte[]>> newest(String store, int partition, String from, String to, int limit) {
        return ask(store, partition, rows -> {
            List<KeyValue<String, byte[]>> found = new ArrayList<>();
            try (KeyValueIterator<String, byte[]> range = rows.reverseRange(from, to)) {
                while (range.hasNext() && found.size() < limit) {
                    found.add(range.next());
                }
            }
            return found;
        });
    }

    @Override
    public PlansHere plans(String store) {
        Set<Integer> looked = new TreeSet<>(here.get());
        List<String> plans = new ArrayList<>();
        for (int partition : looked) {
            plans.addAll(ask(store, partition, StateQueries::plans));
        }
        return new PlansHere(looked, plans);
    }

    /** Goes from one plan's first row to the next one's, over all that lies between. */
    private static List<String> plans(ReadOnlyKeyValueStore<String, byte[]> rows) {
        List<String> plans = new ArrayList<>();
        String from = null;
        while (true) {
            try (KeyValueIterator<String, byte[]> range = rows.range(from, null)) {
                if (!range.hasNext()) {
                    return plans;
                }
                String key = range.next().key;
                String plan = key.substring(0, key.indexOf('/'));
                plans.add(plan);
                // The character after the slash: the first key that is no longer the plan's.
                from = plan + "0";
            }
        }
    }

    private <R> R ask(String store, String plan, Function<ReadOnlyKeyValueStore<String, byte[]>, R> question) {
        return ask(store, PlanPartitioner.partition(plan, partitions), question);
    }

    /** While a partition comes, goes, or is brought back, its stores cannot be read for a moment: that is waited for. */
    private <R> R ask(String store, int partition, Function<ReadOnlyKeyValueStore<String, byte[]>, R> question) {
        long end = System.nanoTime() + MOMENT.toNanos();
        while (true) {
            try {
                return asked(store, partition, question);
            } catch (InvalidStateStoreException notNow) {
                if (!streams.state().isRunningOrRebalancing()
                        || !here.get().contains(partition)
                        || System.nanoTime() > end) {
                    throw new StoreMovedException(notNow.getMessage());
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    /** From one life of the partition's task: of what one began another may not have all. */
    private <R> R asked(String store, int partition, Function<ReadOnlyKeyValueStore<String, byte[]>, R> question) {
        Object life = tasks.life(partition);
        if (life == null) {
            throw new InvalidStateStoreException("partition " + partition + " is not at work here");
        }
        R answer = question.apply(store(store, partition));
        if (tasks.life(partition) != life) {
            throw new InvalidStateStoreException("partition " + partition + " began anew");
        }
        return answer;
    }

    /** Of the one partition that holds the plan: where this node does not have it, active and running, that is said. */
    private ReadOnlyKeyValueStore<String, byte[]> store(String store, int partition) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, byte[]>keyValueStore())
                            .withPartition(partition)
                            // Also while others of this node's partitions come and go: that it is at work was seen.
                            .enableStaleStores());
        } catch (InvalidStateStoreException notNow) {
            throw notNow;
        } catch (IllegalStateException ending) {
            // The application is being stopped, or has failed: another node may answer, or this one after its restart.
            throw new StoreMovedException(ending.getMessage());
        }
    }
}
