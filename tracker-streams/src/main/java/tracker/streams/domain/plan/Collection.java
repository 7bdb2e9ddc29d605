package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** Which list of the plan an indicator stands in. */
public enum Collection implements Labelled {
    CORE,
    INDUSTRY,
    COMMITMENT;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
