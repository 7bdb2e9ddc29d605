package tracker.streams.domain.command;

import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;

/**
 * A request to change one subject. expectedVersion (0: it must not exist yet), idempotencyKey and reason may be null. The time of a
 * command is that of its record in the log, so that one clock a partition orders what is recorded there.
 */
public record Command(
        String id,
        SubjectId subject,
        Actor actor,
        Long expectedVersion,
        String idempotencyKey,
        String reason,
        Intent intent) {}
