package tracker.streams.domain;

/** Who acts: the roles of domain.md's table of rights. */
public enum Role implements Labelled {
    PLANNING_OFFICE,
    DEPARTMENT,
    AUDITOR,
    DASHBOARD,
    PUBLIC,
    /** Whoever keeps the installation running: has no say in any plan. */
    OPERATOR,
    /** The tracker itself: it turns the days. */
    SYSTEM;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
