package tracker.api.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.topology.PlanSums;
import tracker.streams.topology.StoredStates;

/** What is read of every plan again and again, decoded and written once: its definition, its sums, and the overview made of both. Thread-safe. */
final class Overviews {
    private static final int MOST = 1_000;

    private final Decoded<PlanState> plans = new Decoded<>(row -> (PlanState) StoredStates.subject(row));
    private final Decoded<PlanSums> sums = new Decoded<>(StoredStates::sums);
    private final Cache<String, Made> made =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Made(PlanState plan, PlanSums sums, Versioned overview) {}

    PlanState plan(String plan, byte[] row) {
        return plans.of(plan, row);
    }

    PlanSums sums(String plan, byte[] row) {
        return sums.of(plan, row);
    }

    /** What was made of the very same two, or else what {@code make} makes. */
    Versioned overview(PlanState plan, PlanSums of, Supplier<Versioned> make) {
        String key = plan.head().id().plan();
        Made before = made.getIfPresent(key);
        if (before != null && before.plan() == plan && before.sums() == of) {
            return before.overview();
        }
        Versioned overview = make.get();
        made.put(key, new Made(plan, of, overview));
        return overview;
    }
}
