package tracker.streams.domain.state;

import java.time.Instant;
import tracker.streams.domain.event.Report;

/** The report in force for its period, and the event that brought it. */
public record InForce<R extends Report>(R report, String eventId, Instant recordedAt) {}
