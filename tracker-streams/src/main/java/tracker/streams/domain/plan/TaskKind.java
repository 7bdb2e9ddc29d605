package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** The nine named programmes: works (工程) and plans (计划). */
public enum TaskKind implements Labelled {
    WORKS,
    PLAN;

    private final String label = Labelled.fromName(this);

    @Override
    public String label() {
        return label;
    }
}
