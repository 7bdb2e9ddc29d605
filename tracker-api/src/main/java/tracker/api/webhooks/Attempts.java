package tracker.api.webhooks;

import java.time.Instant;

/** How often the message about the event at {@code position} was sent, and when it is to be sent next. */
public record Attempts(long position, int made, Instant next) {
    static Attempts none(long position, Instant now) {
        return new Attempts(position, 0, now);
    }

    Attempts again(Instant next) {
        return new Attempts(position, made + 1, next);
    }
}
