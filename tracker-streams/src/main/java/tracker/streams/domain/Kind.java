package tracker.streams.domain;

/** The kinds of things that have a history of their own. */
public enum Kind implements Labelled {
    PLAN,
    INDICATOR,
    PROJECT,
    TASK,
    ASSESSMENT,
    FEEDBACK;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }

    /** The plural that URLs use: {@code indicators} (feedback has none). */
    public String collection() {
        return this == FEEDBACK ? label() : label() + "s";
    }
}
