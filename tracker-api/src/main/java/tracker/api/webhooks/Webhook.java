package tracker.api.webhooks;

import java.time.Instant;
import java.util.Objects;
import tracker.api.webhooks.rules.WarningFilter;

/**
 * Somebody who wants to be told of a plan's warnings, from the event after {@code from} on. {@code owner} is the department it belongs to, null
 * for the planning office's. {@code version} counts its changes from 1. {@code replay} is null until one was asked for.
 */
public record Webhook(
        String id,
        String plan,
        String owner,
        String url,
        WarningFilter filter,
        boolean active,
        long version,
        long from,
        Replay replay,
        Instant created,
        Instant changed) {
    /** The wish to be told again of everything after a position; each has the next {@code number}. */
    public record Replay(long number, long after) {}

    /** As somebody has changed it: it is another version, also where all is as before. */
    public Webhook with(String url, WarningFilter filter, boolean active, Instant at) {
        return new Webhook(id, plan, owner, url, filter, active, version + 1, from, replay, created, at);
    }

    public Webhook replayed(long after, Instant at) {
        Replay next = new Replay(replay == null ? 1 : replay.number + 1, after);
        return new Webhook(id, plan, owner, url, filter, active, version + 1, from, next, created, at);
    }

    /** Whether those who act for {@code department}, null for the planning office, may see and change it. */
    public boolean isOf(String department) {
        return department == null || Objects.equals(department, owner);
    }

    /** Names the message about the event at a position, the same however often it is sent. */
    public String message(long position) {
        return "msg_%s_%012d".formatted(id, position);
    }
}
