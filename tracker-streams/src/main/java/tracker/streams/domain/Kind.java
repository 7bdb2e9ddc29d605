package tracker.streams.domain;

/** The kinds of things that have a history of their own. */
public enum Kind implements Labelled {
    PLAN,
    INDICATOR,
    PROJECT,
    TASK,
    ASSESSMENT,
    FEEDBACK;

    @Override
    public String label() {
        return Labelled.fromName(this);
    }

    /** The plural that URLs use: {@code indicators} (feedback has none). */
    public String collection() {
        return this == FEEDBACK ? label() : label() + "s";
    }
}
