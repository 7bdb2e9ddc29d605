package tracker.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The partitions of an application that this node holds, and those of them that may be asked for. Looked at by one thread. */
final class HeldPartitions {
    /** Longer than it takes between two heartbeats. */
    static final Duration INSIST_AFTER = Duration.ofSeconds(5);

    private final String application;
    private final Supplier<Set<Integer>> held;
    private final Function<Set<Integer>, CatchUp> catchUp;
    private final Claims claims;
    private final Assigned assigned;
    private final LongSupplier nanos;
    private CatchUp opening;
    private Set<Integer> toOpen = Set.of();
    private volatile Set<Integer> open = Set.of();
    /** Those open here of which another node is named, since when. */
    private final Map<Integer, Long> contested = new HashMap<>();

    /** Whether the brokers say that a partition is this node's. */
    @FunctionalInterface
    interface Assigned {
        boolean isOurs(int partition) throws InterruptedException;
    }

    /**
     * {@code held} are the partitions at work here. {@code catchUp} makes of some just taken over what says when they are as far as they were where
     * they came from. {@code nanos} is the time that passes.
     */
    HeldPartitions(
            String application,
            Supplier<Set<Integer>> held,
            Function<Set<Integer>, CatchUp> catchUp,
            Claims claims,
            Assigned assigned,
            LongSupplier nanos) {
        this.application = application;
        this.held = held;
        this.catchUp = catchUp;
        this.claims = claims;
        this.assigned = assigned;
        this.nanos = nanos;
    }

    /** Whether this node, and so no other, may be asked for it. */
    boolean isOpen(int partition) {
        return open.contains(partition);
    }

    /** All of {@link #isOpen}. */
    Set<Integer> open() {
        return open;
    }

    /** Whether all that it holds is open. */
    boolean isComplete() {
        return open.equals(held.get());
    }

    /** Takes note of what came and went since. */
    void look() throws InterruptedException, ExecutionException {
        Set<Integer> now = held.get();
        Set<Integer> kept = new HashSet<>(open);
        kept.retainAll(now);
        open = Set.copyOf(kept);
        Set<Integer> taken = new HashSet<>(now);
        taken.removeAll(kept);
        if (!taken.equals(toOpen)) {
            // Where that fails, the next look finds them not begun, and begins again.
            opening = taken.isEmpty() ? null : catchUp.apply(Set.copyOf(taken));
            toOpen = Set.copyOf(taken);
        }
        if (opening != null && opening.isDone()) {
            open = Set.copyOf(now);
            toOpen.forEach(partition -> claims.claim(application, partition));
            toOpen = Set.of();
            opening = null;
        }
        insist();
    }

    /**
     * What went to another node and came back between two looks, or was claimed there when it had left already, is claimed again. Not at once, and not
     * without the brokers' word: a node that was held up may itself be the one that does not know yet.
     */
    private void insist() throws InterruptedException {
        contested.keySet().retainAll(open);
        for (int partition : open) {
            if (!claims.isAnother(application, partition)) {
                contested.remove(partition);
            } else if (nanos.getAsLong() - contested.computeIfAbsent(partition, unseen -> nanos.getAsLong())
                    > INSIST_AFTER.toNanos()) {
                contested.remove(partition);
                if (assigned.isOurs(partition)) {
                    claims.claim(application, partition);
                }
            }
        }
    }
}
