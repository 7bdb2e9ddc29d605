package tracker.api.webhooks.rules;

import java.util.Optional;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.event.Fact;

/** What can happen to a warning. The label is the {@code type} of the message that tells of it. */
public enum WarningKind implements Labelled {
    WARNING_RAISED,
    WARNING_UPDATED,
    WARNING_ACKNOWLEDGED,
    WARNING_CLEARED;

    private final String label = Labelled.fromName(this);

    /** Empty for what is about no warning. */
    public static Optional<WarningKind> of(Fact fact) {
        if (fact instanceof Fact.WarningRaised) {
            return Optional.of(WARNING_RAISED);
        }
        if (fact instanceof Fact.WarningUpdated) {
            return Optional.of(WARNING_UPDATED);
        }
        if (fact instanceof Fact.WarningAcknowledged) {
            return Optional.of(WARNING_ACKNOWLEDGED);
        }
        return fact instanceof Fact.WarningCleared ? Optional.of(WARNING_CLEARED) : Optional.empty();
    }

    @Override
    public String label() {
        return label;
    }
}
