package tracker.streams.domain.plan;

import java.util.EnumSet;
import java.util.Set;
import tracker.streams.domain.Labelled;

/** OC4IDS project status, and suspended. */
public enum ProjectStatus implements Labelled {
    IDENTIFICATION,
    PREPARATION,
    IMPLEMENTATION,
    COMPLETION,
    COMPLETED,
    SUSPENDED,
    CANCELLED;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }

    /** Whether a project may go from this status to {@code next}; staying is always allowed. */
    public boolean mayBecome(ProjectStatus next) {
        return next == this || successors().contains(next);
    }

    private Set<ProjectStatus> successors() {
        return switch (this) {
            case IDENTIFICATION, PREPARATION, IMPLEMENTATION, COMPLETION -> {
                // Phases may be skipped forward (a small project is seldom reported in all of them), never backward.
                EnumSet<ProjectStatus> later = EnumSet.range(this, COMPLETED);
                later.add(SUSPENDED);
                later.add(CANCELLED);
                yield later;
            }
            case SUSPENDED -> EnumSet.of(PREPARATION, IMPLEMENTATION, COMPLETION, CANCELLED);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(ProjectStatus.class);
        };
    }
}
