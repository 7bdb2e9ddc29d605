package tracker.api.webhooks;

import java.time.Instant;
import tracker.api.webhooks.rules.Answer;
import tracker.api.webhooks.rules.WarningKind;
import tracker.streams.domain.Labelled;

/** What became of one attempt. {@code id} is the message's; {@code status} is null without an answer, {@code reason} with one; type and subject are null for a ping. */
public record Delivery(
        String id,
        long position,
        WarningKind type,
        String subject,
        Instant at,
        int attempt,
        Outcome outcome,
        Integer status,
        Answer.Reason reason) {
    public enum Outcome implements Labelled {
        DELIVERED,
        RETRYING,
        GIVEN_UP,
        GONE;

        private final String label = Labelled.fromName(this);

        @Override
        public String label() {
            return label;
        }
    }
}
