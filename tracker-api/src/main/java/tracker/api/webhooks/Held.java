package tracker.api.webhooks;

import java.util.NavigableMap;
import java.util.Optional;

/** All that is kept of one webhook, as this node knows it now. {@code webhook} is null where it was taken away and something of it is left. */
public record Held(Webhook webhook, Progress kept, NavigableMap<Long, DeadLetter> deadLetters) {
    /** How far it is; at its beginning where nothing was written down yet. */
    public Progress progress() {
        return kept == null ? Progress.of(webhook) : kept;
    }

    /** Empty where there is none of that message. */
    public Optional<DeadLetter> deadLetter(String message) {
        return deadLetters.values().stream()
                .filter(letter -> letter.id().equals(message))
                .findFirst();
    }

    /** Whether messages go out. */
    public boolean isRunning() {
        return webhook.active() && !progress().isGone(webhook);
    }
}
