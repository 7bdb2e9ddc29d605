package tracker.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;

/** The partitions of an application that this node holds, and those of them that may be asked for. Looked at by one thread. */
final class HeldPartitions {
    /** Longer than it takes between two heartbeats. */
    private static final Duration INSIST_AFTER = Duration.ofSeconds(5);

    private final KafkaStreams streams;
    private final String application;
    private final LiveTasks tasks;
    private final Optional<Owners> owners;
    private final Function<Set<Integer>, CatchUp> catchUp;
    private CatchUp opening;
    private Set<Integer> toOpen = Set.of();
    private volatile Set<Integer> open = Set.of();
    /** Those open here of which another node is named, since when. */
    private final Map<Integer, Long> contested = new HashMap<>();

    /**
     * {@code catchUp} makes of partitions just taken over what says when they are as far as they were where they came from.
     */
    HeldPartitions(
            KafkaStreams streams,
            String application,
            LiveTasks tasks,
            Optional<Owners> owners,
            Function<Set<Integer>, CatchUp> catchUp) {
        this.streams = streams;
        this.application = application;
        this.tasks = tasks;
        this.owners = owners;
        this.catchUp = catchUp;
    }

    /** Whether this node, and so no other, may be asked for it. */
    boolean isOpen(int partition) {
        return open.contains(partition);
    }

    /** All of {@link #isOpen}. */
    Set<Integer> open() {
        return open;
    }

    /** Whether it runs, and all that it holds is open. */
    boolean isComplete() {
        return streams.state() == KafkaStreams.State.RUNNING && open.equals(held());
    }

    /** Takes note of what came and went since. */
    void look() throws InterruptedException, java.util.concurrent.ExecutionException {
        Set<Integer> held = held();
        Set<Integer> kept = new HashSet<>(open);
        kept.retainAll(held);
        open = Set.copyOf(kept);
        Set<Integer> taken = new HashSet<>(held);
        taken.removeAll(kept);
        if (!taken.equals(toOpen)) {
            toOpen = Set.copyOf(taken);
            opening = taken.isEmpty() ? null : catchUp.apply(toOpen);
        }
        if (opening != null && opening.isDone()) {
            open = held;
            Set<Integer> opened = toOpen;
            toOpen = Set.of();
            opening = null;
            owners.ifPresent(all -> opened.forEach(partition -> all.claim(application, partition)));
        }
        owners.ifPresent(this::insist);
    }

    /**
     * What went to another node and came back between two looks, or was claimed there when it had left already, is claimed again. Not at once: a
     * node that was held up may itself be the one that does not know yet, and will have heard from the brokers by then.
     */
    private void insist(Owners all) {
        contested.keySet().retainAll(open);
        for (int partition : open) {
            if (!all.isAnother(application, partition)) {
                contested.remove(partition);
            } else if (System.nanoTime() - contested.computeIfAbsent(partition, unseen -> System.nanoTime())
                    > INSIST_AFTER.toNanos()) {
                contested.remove(partition);
                all.claim(application, partition);
            }
        }
    }

    private Set<Integer> held() {
        return streams.state().isRunningOrRebalancing() ? tasks.partitions() : Set.of();
    }
}
