package tracker.streams.topology;

import java.time.Instant;

/** Where a plan's log ends: the position of its last event, and the time from which the clock never goes back. */
record PlanHead(long position, Instant recordedAt) {
    static final PlanHead START = new PlanHead(0, Instant.EPOCH);
}
