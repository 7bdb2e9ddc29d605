package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** How a value is held against the target (see {@code tracker.streams.domain.rating.Ratings}). */
public enum Measure implements Labelled {
    LEVEL,
    MAINTAIN,
    DELEGATED,
    RECURRING;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
