package tracker.api.access;

import tracker.streams.domain.Labelled;

/** What a route can ask of its caller. Which subjects a caller may change is decided with the subject, by the domain. */
public enum Right implements Labelled {
    /** Read what a plan publishes. */
    READ_PUBLISHED,
    /** Read current and historical views. */
    READ_VIEWS,
    /** Read the event log: actors, evidence, hashes. */
    READ_EVENTS,
    /** Take the files that back reports; a department those that it handed in itself. */
    READ_EVIDENCE,
    /** Read what people have to say, before it is moderated too. */
    READ_FEEDBACK,
    /** Have a say. */
    POST_FEEDBACK,
    /** Publish feedback or not, and answer it. */
    MODERATE_FEEDBACK,
    /** Post progress reports and milestones reached, correct them, take them back; one by one or in a sheet. */
    REPORT,
    /** Say that a warning was seen. */
    ACKNOWLEDGE,
    /** Have other systems told of warnings; a department of those of what it leads. */
    MANAGE_WEBHOOKS,
    /** Register plans. */
    REGISTER,
    /** Say who answers for a subject; set targets, milestones, yearly plans. */
    ASSIGN,
    /** Change what is settled. */
    ADJUST,
    /** Record assessments and opinions. */
    ASSESS,
    /** Move the clock of a simulated plan. */
    TURN_DAY,
    /** Have a person's name made unreadable. */
    ERASE,
    /** Run the installation: rebuild its views. */
    OPERATE;

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
