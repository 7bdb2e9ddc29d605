package tracker.api.webhooks;

import java.util.Optional;
import tracker.streams.domain.command.FieldError;

/** What was asked of a webhook is not done. */
public final class WebhookRefusedException extends RuntimeException {
    private final Why why;
    private final FieldError error;
    private final Long currentVersion;

    public enum Why {
        UNKNOWN_WEBHOOK,
        UNKNOWN_DELIVERY,
        STALE_VERSION,
        TOO_MANY_WEBHOOKS,
        BUSY,
        INVALID
    }

    private WebhookRefusedException(Why why, FieldError error, Long currentVersion) {
        super(why.name());
        this.why = why;
        this.error = error;
        this.currentVersion = currentVersion;
    }

    static WebhookRefusedException of(Why why) {
        return new WebhookRefusedException(why, null, null);
    }

    static WebhookRefusedException stale(long currentVersion) {
        return new WebhookRefusedException(Why.STALE_VERSION, null, currentVersion);
    }

    static WebhookRefusedException invalid(FieldError error) {
        return new WebhookRefusedException(Why.INVALID, error, null);
    }

    public Why why() {
        return why;
    }

    /** The field at fault, for INVALID. */
    public Optional<FieldError> error() {
        return Optional.ofNullable(error);
    }

    /** For STALE_VERSION; else null. */
    public Long currentVersion() {
        return currentVersion;
    }
}
