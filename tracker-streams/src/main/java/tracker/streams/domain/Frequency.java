package tracker.streams.domain;

/** How often an indicator is to be reported. */
public enum Frequency implements Labelled {
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR;

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
