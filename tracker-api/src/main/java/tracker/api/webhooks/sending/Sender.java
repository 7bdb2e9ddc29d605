package tracker.api.webhooks.sending;

import tracker.api.webhooks.rules.Answer;

/** Brings messages to their receivers. */
public interface Sender extends AutoCloseable {
    /** One attempt, over in a bounded time whatever the receiver does; a CancellationException where it was broken off by {@link #close()}. */
    Answer send(Message message);

    /** Attempts under way are broken off. */
    @Override
    void close();
}
