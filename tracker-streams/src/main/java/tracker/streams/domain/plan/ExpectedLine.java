package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** The line that progress is expected to follow: a straight one (序时进度), or growth at one rate. */
public enum ExpectedLine implements Labelled {
    LINEAR,
    COMPOUND;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
