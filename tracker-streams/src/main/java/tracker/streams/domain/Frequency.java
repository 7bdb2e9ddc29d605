package tracker.streams.domain;

/** How often an indicator is to be reported. */
public enum Frequency implements Labelled {
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
