package tracker.streams.domain.state;

import java.time.Instant;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;

/** Where a subject stands in the log: its version, and the position and time of its last event. */
public record Head(SubjectId id, long version, long position, Instant recordedAt) {
    public static Head of(Event event) {
        return new Head(event.subject(), event.version(), event.position(), event.recordedAt());
    }
}
