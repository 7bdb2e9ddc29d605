package tracker.api.access;

import tracker.streams.domain.Labelled;

/** What a route can ask of its caller. Which subjects a caller may change is decided with the subject, by the domain. */
public enum Right implements Labelled {
    /** Read current and historical views. */
    READ_VIEWS,
    /** Read the event log: actors, evidence, hashes. */
    READ_EVENTS,
    /** Post progress reports, correct them, take them back. */
    REPORT,
    /** Say who answers for a subject. */
    ASSIGN;

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
