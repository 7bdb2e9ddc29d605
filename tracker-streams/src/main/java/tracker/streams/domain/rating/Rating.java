package tracker.streams.domain.rating;

import tracker.streams.domain.Labelled;

/** The verdict on one subject. NO_BASELINE: a level with a target but nothing to measure the way from. */
public enum Rating implements Labelled {
    ACHIEVED,
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    MOVING_AWAY,
    NO_TARGET,
    NO_BASELINE,
    NO_DATA;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
