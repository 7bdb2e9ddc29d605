package tracker.api.webhooks.rules;

import java.time.Duration;
import tracker.streams.domain.Labelled;

/** What came of one attempt to deliver a message. Nothing of what the receiver wrote is in it. */
public sealed interface Answer {
    /** {@code retryAfter} is what the receiver asked for; null where it did not. */
    record Status(int code, Duration retryAfter) implements Answer {}

    record Failed(Reason reason) implements Answer {}

    /** Why there was no answer. */
    enum Reason implements Labelled {
        /** No connection, or no answer, in time. */
        TIMEOUT,
        UNKNOWN_HOST,
        /** The host's address is one that messages are not sent to. */
        ADDRESS_REFUSED,
        NO_CONNECTION,
        /** The certificate, most likely. */
        TLS,
        BROKEN_OFF;

        private final String label = Labelled.fromName(this);

        @Override
        public String label() {
            return label;
        }
    }

    /** Null where there was no answer. */
    default Integer status() {
        return this instanceof Status status ? Integer.valueOf(status.code) : null;
    }

    /** Null where there was one. */
    default Reason reason() {
        return this instanceof Failed failed ? failed.reason : null;
    }
}
