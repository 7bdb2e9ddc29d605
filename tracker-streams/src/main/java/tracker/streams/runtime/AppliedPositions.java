package tracker.streams.runtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import tracker.streams.topology.AppliedListener;

/** Where the views of each plan stand on this node, and who wants to know: reads that carry a token, and event streams. */
public final class AppliedPositions implements AppliedListener, AutoCloseable {
    /** As far as is known. */
    private volatile Map<String, Long> positions = new ConcurrentHashMap<>();

    private final LiveTasks tasks = new LiveTasks();
    private final Map<String, Long> highest = new ConcurrentHashMap<>();
    private final Map<String, List<LongConsumer>> listeners = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @Override
    public void applied(String plan, long position) {
        highest.merge(plan, position, Math::max);
        positions.merge(plan, position, Math::max);
        listeners.getOrDefault(plan, List.of()).forEach(listener -> listener.accept(position));
    }

    /** What a thread that failed had not committed is not in the stores that its successor begins with. */
    @Override
    public void begun(int partition) {
        positions = new ConcurrentHashMap<>();
        tasks.begun(partition);
    }

    @Override
    public void ended(int partition) {
        tasks.ended(partition);
    }

    /** Whose stores are whole here. */
    public LiveTasks tasks() {
        return tasks;
    }

    /** Calls {@code listener} with each position from now on, on the stream's thread, until the subscription is closed. */
    public Subscription listen(String plan, LongConsumer listener) {
        listeners.computeIfAbsent(plan, key -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.getOrDefault(plan, List.of()).remove(listener);
    }

    /** Completes once {@code position} has been applied and is there still; the caller bounds the wait. */
    public CompletableFuture<Void> reached(String plan, long position) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        Subscription subscription = listen(plan, applied -> {
            if (applied >= position) {
                reached.complete(null);
            }
        });
        var unused = reached.whenComplete((done, fault) -> subscription.close());
        // Registered first, looked at second: what was applied in between is seen by one of the two.
        if (position(plan) >= position) {
            reached.complete(null);
        }
        return reached;
    }

    /** Takes note, without telling anybody, of what somebody finds applied who asks the stores after this call. */
    public LongConsumer noting(String plan) {
        Map<String, Long> known = positions;
        return position -> known.merge(plan, position, Math::max);
    }

    /** What is known to be in the stores of the plan; 0 for nothing. */
    public long position(String plan) {
        return positions.getOrDefault(plan, 0L);
    }

    /** What readers may have been shown of the plan since this node started, whether the stores still have it or not. */
    public long highest(String plan) {
        return highest.getOrDefault(plan, 0L);
    }

    /** {@link #highest} of each plan. */
    public Map<String, Long> soFar() {
        return Map.copyOf(highest);
    }

    /** Completes when nothing more will be applied. */
    public CompletableFuture<Void> closed() {
        return closed.copy();
    }

    @Override
    public void close() {
        closed.complete(null);
    }

    /** Ends the calls. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
