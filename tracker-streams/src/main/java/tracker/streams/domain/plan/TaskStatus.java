package tracker.streams.domain.plan;

import java.util.EnumSet;
import java.util.Set;
import tracker.streams.domain.Labelled;

/** How far a task is. */
public enum TaskStatus implements Labelled {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED,
    SUSPENDED,
    CANCELLED;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }

    /** Whether a task may go from this status to {@code next}; staying is always allowed. */
    public boolean mayBecome(TaskStatus next) {
        return next == this || successors().contains(next);
    }

    private Set<TaskStatus> successors() {
        return switch (this) {
            case NOT_STARTED -> EnumSet.of(IN_PROGRESS, COMPLETED, SUSPENDED, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(COMPLETED, SUSPENDED, CANCELLED);
            case SUSPENDED -> EnumSet.of(IN_PROGRESS, CANCELLED);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(TaskStatus.class);
        };
    }
}
