package tracker.streams.model;

import java.util.List;
import tracker.streams.domain.Actor;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Role;

/** One step of a history. */
public sealed interface Op {
    /** Who sends a command. */
    enum By {
        OFFICE(SmallPlan.OFFICE),
        ECONOMY(new Actor(Role.DEPARTMENT, "economy", "e")),
        WORKS(new Actor(Role.DEPARTMENT, "works", "w")),
        AUDITOR(new Actor(Role.AUDITOR, null, "a")),
        CLOCK(new Actor(Role.SYSTEM, null, "clock"));

        private final Actor actor;

        By(Actor actor) {
            this.actor = actor;
        }

        Actor actor() {
            return actor;
        }
    }

    /** {@code reason} may be null. */
    record Send(By by, String subject, Wish wish, String reason) implements Op {}

    /** As a caller does who has read some version: {@code off} is by how much it is not the present one. */
    record Expecting(int off, Send send) implements Op {}

    /** The report in force that comes so many after the first is corrected; or retracted, where {@code value} is null. */
    record Mend(By by, int which, String value, ObservationStatus status, Wish.Proof proof) implements Op {}

    /** Likewise an open warning is acknowledged. */
    record See(By by, int which) implements Op {}

    record Batch(By by, boolean allOrNothing, List<Send> items) implements Op {}

    /** A batch reports once more what is in force. */
    record Same(By by, int which, boolean allOrNothing) implements Op {}

    /** The command sent {@code back} before is sent again with its key: the same, or with another reason. */
    record Again(int back, boolean altered) implements Op {}

    /** The clock moves, maybe back. */
    record Wait(int hours) implements Op {}

    /** The clock's day turns, or one {@code off} it. */
    record Turn(By by, int off) implements Op {}
}
