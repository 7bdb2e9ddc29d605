package tracker.streams.domain.plan;

import tracker.streams.domain.Labelled;

/** The nine named programmes: works (工程) and plans (计划). */
public enum TaskKind implements Labelled {
    WORKS,
    PLAN;

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
