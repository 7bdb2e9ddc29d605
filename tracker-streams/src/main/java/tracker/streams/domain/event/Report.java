package tracker.streams.domain.event;

import java.math.BigDecimal;
import java.util.List;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;

/** What a department says of one period. */
public sealed interface Report {
    Period period();

    String note();

    List<Evidence> evidence();

    /** A forecast says nothing of what has been; that a value is missing is an answer. */
    default boolean answersForItsPeriod() {
        return true;
    }

    /** {@code value} is null only with status M; it keeps every digit that was sent. */
    record OfIndicator(
            Period period,
            BigDecimal value,
            String unit,
            ObservationStatus status,
            String note,
            List<Evidence> evidence)
            implements Report {
        public OfIndicator {
            evidence = List.copyOf(evidence);
        }

        @Override
        public boolean answersForItsPeriod() {
            return status != ObservationStatus.F;
        }
    }

    /** Each figure may be null, but not all: invested to date (in {@code unit}), percent complete (0 to 100), status. In a command the unit may be null. */
    record OfProject(
            Period period,
            BigDecimal invested,
            String unit,
            BigDecimal percentComplete,
            ProjectStatus status,
            String note,
            List<Evidence> evidence)
            implements Report {
        public OfProject {
            evidence = List.copyOf(evidence);
        }

        /** This report, in {@code projectUnit} where it names no unit itself. */
        public OfProject inUnit(String projectUnit) {
            return unit != null
                    ? this
                    : new OfProject(period, invested, projectUnit, percentComplete, status, note, evidence);
        }
    }

    record OfTask(Period period, TaskStatus status, String note, List<Evidence> evidence) implements Report {
        public OfTask {
            evidence = List.copyOf(evidence);
        }
    }
}
