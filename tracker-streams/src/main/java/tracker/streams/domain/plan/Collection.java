package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** Which list of the plan an indicator stands in. */
public enum Collection implements Labelled {
    CORE,
    INDUSTRY,
    COMMITMENT;

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
