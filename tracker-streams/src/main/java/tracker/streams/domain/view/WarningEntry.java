package tracker.streams.domain.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.state.OpenWarning;
import tracker.streams.domain.state.OpenWarning.Acknowledgement;
import tracker.streams.domain.state.Tracked;

/**
 * A warning in the plan's list of them, open or not. {@code id} is the position of the event that raised it, in twelve digits; clearedAt and
 * acknowledgement are null until then, department where nobody leads the subject.
 */
public record WarningEntry(
        String id,
        String subject,
        Kind kind,
        String subjectId,
        Text name,
        String department,
        WarningRule rule,
        State state,
        Instant since,
        Instant clearedAt,
        Cause cause,
        Acknowledgement acknowledgement,
        boolean simulated) {
    private static final int ID_DIGITS = 12;

    /** A warning that somebody has seen is still open. */
    public enum State implements Labelled {
        OPEN,
        CLEARED;

        private final String label = Labelled.fromName(this);

        @Override
        public String label() {
            return label;
        }
    }

    /** What an event makes of a subject's warnings: those that it opened, changed or cleared. {@code before} may be null. */
    public static List<WarningEntry> of(Tracked before, Tracked after, Event event) {
        List<WarningEntry> entries = open(after, event.simulated());
        if (before != null) {
            entries.removeAll(open(before, event.simulated()));
            for (Map.Entry<WarningRule, OpenWarning> was : before.warnings().entrySet()) {
                if (!after.warnings().containsKey(was.getKey())) {
                    entries.add(of(after, was.getKey(), was.getValue(), event.recordedAt(), event.simulated()));
                }
            }
        }
        return entries;
    }

    /** A subject's open warnings. */
    public static List<WarningEntry> open(Tracked subject, boolean simulated) {
        List<WarningEntry> entries = new ArrayList<>();
        subject.warnings().forEach((rule, open) -> entries.add(of(subject, rule, open, null, simulated)));
        return entries;
    }

    private static WarningEntry of(
            Tracked subject, WarningRule rule, OpenWarning open, Instant clearedAt, boolean simulated) {
        SubjectId id = subject.head().id();
        return new WarningEntry(
                id(open.position()),
                id.name(),
                id.kind(),
                id.id(),
                subject.name(),
                subject.responsibility() == null
                        ? null
                        : subject.responsibility().lead(),
                rule,
                clearedAt == null ? State.OPEN : State.CLEARED,
                open.since(),
                clearedAt,
                open.cause(),
                open.acknowledgement(),
                simulated);
    }

    private static String id(long position) {
        String digits = Long.toString(position);
        return "0".repeat(Math.max(0, ID_DIGITS - digits.length())) + digits;
    }
}
