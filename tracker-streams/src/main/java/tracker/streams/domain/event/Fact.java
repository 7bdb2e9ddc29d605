package tracker.streams.domain.event;

import tracker.streams.domain.Period;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;

/** What happened, in the past tense. The simple name of each is its type on the wire and over HTTP. */
public sealed interface Fact {
    record PlanRegistered(PlanDefinition definition) implements Fact {}

    record IndicatorDefined(IndicatorDefinition definition) implements Fact {}

    record ProjectRegistered(ProjectDefinition definition) implements Fact {}

    record TaskRegistered(TaskDefinition definition) implements Fact {}

    record ResponsibilityAssigned(Responsibility responsibility) implements Fact {}

    /** The first report for its period. */
    record ProgressReported(Report report) implements Fact {}

    /** {@code corrects} is the event that brought the report it replaces. */
    record ReportCorrected(Report report, String corrects) implements Fact {}

    /** The report in force is taken back, and with it the event {@code retracts}; the one before it is in force again. */
    record ReportRetracted(Period period, String retracts) implements Fact {}

    /** The reporting period that it is about; null for most. */
    default Period period() {
        if (this instanceof ProgressReported reported) {
            return reported.report().period();
        }
        if (this instanceof ReportCorrected corrected) {
            return corrected.report().period();
        }
        return this instanceof ReportRetracted retracted ? retracted.period : null;
    }

    default String type() {
        return getClass().getSimpleName();
    }
}
