package tracker.streams.domain.supervision;

import java.time.LocalDate;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Period;

/** A period that a subject is to be reported for, until {@code due}; {@code reportedOn} is the day of its first report, null for none. */
public record Duty(Period period, LocalDate due, LocalDate reportedOn) {
    /** Where a duty stands on some day. */
    public enum State implements Labelled {
        /** The period has not ended. */
        UPCOMING,
        /** The allowance after its end is running. */
        DUE,
        ON_TIME,
        LATE,
        MISSING;

        private final String label = Labelled.fromName(this);

        @Override
        public String label() {
            return label;
        }
    }

    /** {@code today} is the plan's day; null, before the first has turned, leaves open what has no report. */
    public State on(LocalDate today) {
        if (reportedOn != null) {
            return reportedOn.isAfter(due) ? State.LATE : State.ON_TIME;
        }
        if (today == null || !today.isAfter(period.lastDay())) {
            return State.UPCOMING;
        }
        return today.isAfter(due) ? State.MISSING : State.DUE;
    }
}
