package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** The early warnings of domain.md: what each looks for is said in {@code tracker.streams.domain.supervision.Warnings}. */
public enum WarningRule implements Labelled {
    BEHIND,
    STALE,
    DROP,
    JUMP,
    MILESTONE_OVERDUE,
    OVERSPEND,
    NO_TARGET,
    EVIDENCE_MISSING;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
