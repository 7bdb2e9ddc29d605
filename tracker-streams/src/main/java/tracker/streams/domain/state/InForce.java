package tracker.streams.domain.state;

import java.time.Instant;
import tracker.streams.domain.event.Report;

/** The report in force for its period, the event that brought it, and what it replaced (null for the first of its period). */
public record InForce<R extends Report>(R report, String eventId, Instant recordedAt, InForce<R> earlier) {}
