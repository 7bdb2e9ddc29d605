package tracker.api.view;

import java.util.function.Supplier;
import tracker.streams.runtime.AppliedPositions;

/** Hears of each move of one plan's views. When another generation takes over, {@link #refresh()} listens to that. */
public final class PlanWatch implements AutoCloseable {
    private final Supplier<AppliedPositions> active;
    private final String plan;
    private final Runnable moved;
    private AppliedPositions heard;
    private AppliedPositions.Subscription subscription = () -> {};

    PlanWatch(Supplier<AppliedPositions> active, String plan, Runnable moved) {
        this.active = active;
        this.plan = plan;
        this.moved = moved;
        refresh();
    }

    /** Listens to the generation that is read now, if it does not already. */
    public synchronized void refresh() {
        AppliedPositions now = active.get();
        if (now != heard) {
            subscription.close();
            heard = now;
            subscription = now.listen(plan, position -> moved.run());
        }
    }

    @Override
    public synchronized void close() {
        subscription.close();
    }
}
