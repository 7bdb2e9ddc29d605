package tracker.api.view;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import tracker.streams.runtime.AppliedPositions;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.runtime.ViewGeneration;
import tracker.streams.runtime.ViewGenerations;

/**
 * One generation of the views, as queries read it. Nothing is answered from it before it has {@code caughtUp}, and of a plan nothing before it
 * is as far as {@code leftAt} says: that was read already.
 */
record ViewSource(
        Stores stores,
        BooleanSupplier caughtUp,
        AppliedPositions applied,
        CompletableFuture<Map<String, Long>> leftAt) {
    static ViewSource active(TrackerStreams streams) {
        ViewGenerations.Active active = active(streams.views());
        return of(active.views(), streams.partitions(), active.leftAt());
    }

    /** The generation that is read now. */
    static ViewGenerations.Active active(ViewGenerations views) {
        ViewGenerations.Active active = views.active();
        if (active == null) {
            throw new StoreMovedException("this node keeps no views");
        }
        return active;
    }

    static ViewSource of(ViewGeneration views, int partitions, CompletableFuture<Map<String, Long>> leftAt) {
        return new ViewSource(
                new StateQueries(views.streams(), partitions, views.applied().tasks(), views::partitions),
                views::hasCaughtUp,
                views.applied(),
                leftAt);
    }

    /** Stores that nothing else stood in for before. */
    static ViewSource of(Stores stores, BooleanSupplier caughtUp, AppliedPositions applied) {
        return new ViewSource(stores, caughtUp, applied, CompletableFuture.completedFuture(Map.of()));
    }

    void requireCaughtUp() {
        if (!caughtUp.getAsBoolean()) {
            throw new NotReadyException("the views are still reading the log that was there at the start");
        }
    }
}
