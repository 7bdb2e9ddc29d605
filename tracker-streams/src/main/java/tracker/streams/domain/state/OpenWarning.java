package tracker.streams.domain.state;

import java.time.Instant;
import tracker.streams.domain.Actor;
import tracker.streams.domain.event.Cause;

/** A warning that was raised and not cleared. {@code position} is that of the raising event; acknowledgement is null until one is given. */
public record OpenWarning(Cause cause, Instant since, long position, Acknowledgement acknowledgement) {
    /** Somebody has seen it, and says what is done about it. */
    public record Acknowledgement(Instant at, Actor by, String note) {}

    /** Another cause is news: whoever acknowledged the one before has not seen this one. */
    public OpenWarning updated(Cause next) {
        return new OpenWarning(next, since, position, null);
    }

    public OpenWarning acknowledged(Acknowledgement by) {
        return new OpenWarning(cause, since, position, by);
    }
}
