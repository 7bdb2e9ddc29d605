package tracker.streams.domain.command;

import java.time.Instant;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;

/**
 * A request to change one subject. expectedVersion (0: it must not exist yet), idempotencyKey and reason may be null. The time of a
 * command is that of its record in the log, so that one clock a partition orders what is recorded there; only for a simulated plan it
 * is {@code simulatedAt}, or the time of the plan's last event where that is null. With {@code dryRun} it is decided, and nothing kept.
 */
public record Command(
        String id,
        SubjectId subject,
        Actor actor,
        Long expectedVersion,
        String idempotencyKey,
        String reason,
        Instant simulatedAt,
        boolean dryRun,
        Intent intent) {
    public Command(
            String id,
            SubjectId subject,
            Actor actor,
            Long expectedVersion,
            String idempotencyKey,
            String reason,
            Intent intent) {
        this(id, subject, actor, expectedVersion, idempotencyKey, reason, null, false, intent);
    }

    public Command asDryRun() {
        return new Command(id, subject, actor, expectedVersion, idempotencyKey, reason, simulatedAt, true, intent);
    }

    public Command at(Instant time) {
        return new Command(id, subject, actor, expectedVersion, idempotencyKey, reason, time, dryRun, intent);
    }

    /** The same of another actor. */
    public Command by(Actor other) {
        return new Command(id, subject, other, expectedVersion, idempotencyKey, reason, simulatedAt, dryRun, intent);
    }

    /** The command that one item of a batch amounts to. */
    Command item(Intent.Item item) {
        return new Command(
                id, item.subject(), actor, null, null, item.reason() == null ? reason : item.reason(), item.intent());
    }
}
