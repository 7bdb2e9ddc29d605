package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** Whether higher or lower values are better. */
public enum Direction implements Labelled {
    HIGHER,
    LOWER;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
