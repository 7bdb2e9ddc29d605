package tracker.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tracker.api.webhooks.Attempts;
import tracker.api.webhooks.DeadLetter;
import tracker.api.webhooks.Delivery;
import tracker.api.webhooks.Held;
import tracker.api.webhooks.Progress;
import tracker.api.webhooks.Webhook;
import tracker.api.webhooks.rules.Answer;
import tracker.api.webhooks.rules.WarningFilter;
import tracker.api.webhooks.rules.WarningKind;
import tracker.streams.domain.Labelled;

/** A webhook as its users see it. {@code secret} is there in the answer that made it, and in no other. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        String id,
        String secret,
        String department,
        String url,
        WarningFilter filter,
        boolean active,
        State state,
        long version,
        Instant created,
        Instant changed,
        long position,
        Pending pending,
        long delivered,
        long failed,
        long givenUp,
        int deadLetters,
        DeliveryView lastDelivery) {
    enum State implements Labelled {
        RUNNING,
        /** What is to be sent next did not arrive yet. */
        RETRYING,
        PAUSED,
        /** The receiver has said 410; any change of the webhook tries again. */
        GONE;

        @Override
        public String label() {
            return Labelled.fromName(this);
        }
    }

    record Pending(long position, int attempts, Instant next) {
        static Pending of(Attempts attempts) {
            return attempts == null ? null : new Pending(attempts.position(), attempts.made(), attempts.next());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            String id,
            Long position,
            WarningKind type,
            String subject,
            Instant at,
            int attempt,
            Delivery.Outcome outcome,
            Integer status,
            Answer.Reason reason) {
        static DeliveryView of(Delivery one) {
            return new DeliveryView(
                    one.id(),
                    one.type() == null ? null : Long.valueOf(one.position()),
                    one.type(),
                    one.subject(),
                    one.at(),
                    one.attempt(),
                    one.outcome(),
                    one.status(),
                    one.reason());
        }
    }

    /** {@code again} is there while it is being sent once more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadLetterView(
            String id,
            long position,
            WarningKind type,
            String subject,
            Instant at,
            int attempts,
            Integer status,
            Answer.Reason reason,
            Pending again) {
        static DeadLetterView of(DeadLetter letter) {
            Delivery last = letter.last();
            return new DeadLetterView(
                    last.id(),
                    last.position(),
                    last.type(),
                    last.subject(),
                    last.at(),
                    last.attempt(),
                    last.status(),
                    last.reason(),
                    Pending.of(letter.again()));
        }
    }

    /** {@code secret} is null but for a new one. */
    static WebhookView of(Held held, String secret) {
        Webhook webhook = held.webhook();
        Progress progress = held.progress();
        return new WebhookView(
                webhook.id(),
                secret,
                webhook.owner(),
                webhook.url(),
                webhook.filter(),
                webhook.active(),
                state(held),
                webhook.version(),
                webhook.created(),
                webhook.changed(),
                progress.position(),
                Pending.of(progress.pending()),
                progress.delivered(),
                progress.failed(),
                progress.givenUp(),
                held.deadLetters().size(),
                progress.recent().stream().findFirst().map(DeliveryView::of).orElse(null));
    }

    private static State state(Held held) {
        if (!held.webhook().active()) {
            return State.PAUSED;
        }
        if (!held.isRunning()) {
            return State.GONE;
        }
        return held.progress().pending() == null ? State.RUNNING : State.RETRYING;
    }
}
