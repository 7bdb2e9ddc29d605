package tracker.streams.domain.event;

import java.time.Instant;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;

/**
 * One entry of the log. {@code version} counts the subject's events from 1, {@code position} the plan's, both without gaps.
 * {@code recordedAt} never goes back within a plan. {@code previousHash} is the SHA-256 of the subject's event before, as it lies in
 * the log (32 zero bytes for the first). {@code simulated}: of a demonstration, no fact. reason and idempotencyKey may be null; {@code commandId} is what caused it.
 */
public record Event(
        String id,
        SubjectId subject,
        long version,
        long position,
        Instant recordedAt,
        Actor actor,
        String reason,
        String idempotencyKey,
        String commandId,
        Hash previousHash,
        boolean simulated,
        Fact fact) {}
