package tracker.api.webhooks;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many attempts this node has made since its start, by what became of them. */
public final class Counts {
    private final Map<Delivery.Outcome, LongAdder> attempts = new EnumMap<>(Delivery.Outcome.class);

    public Counts() {
        for (Delivery.Outcome outcome : Delivery.Outcome.values()) {
            attempts.put(outcome, new LongAdder());
        }
    }

    void count(Delivery.Outcome outcome) {
        attempts.get(outcome).increment();
    }

    public long of(Delivery.Outcome outcome) {
        return attempts.get(outcome).sum();
    }
}
