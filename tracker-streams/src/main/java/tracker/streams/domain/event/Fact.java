package tracker.streams.domain.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Period;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;

/** What happened, in the past tense. The simple name of each is its type on the wire and over HTTP. */
public sealed interface Fact {
    record PlanRegistered(PlanDefinition definition) implements Fact {}

    record IndicatorDefined(IndicatorDefinition definition) implements Fact {}

    record ProjectRegistered(ProjectDefinition definition) implements Fact {}

    record TaskRegistered(TaskDefinition definition) implements Fact {}

    record ResponsibilityAssigned(Responsibility responsibility) implements Fact {}

    /** A delegated target is assigned, or targets are set for single years. {@code targetHigh} is null where it is no range. */
    record TargetSet(Measure measure, BigDecimal target, BigDecimal targetHigh, List<YearlyTarget> yearlyTargets)
            implements Fact {
        public TargetSet {
            yearlyTargets = List.copyOf(yearlyTargets);
        }
    }

    record YearlyPlanSet(List<YearlyPlan> years) implements Fact {
        public YearlyPlanSet {
            years = List.copyOf(years);
        }
    }

    /** The first report for its period. */
    record ProgressReported(Report report) implements Fact {}

    /** {@code corrects} is the event that brought the report it replaces. */
    record ReportCorrected(Report report, String corrects) implements Fact {}

    /** The report in force is taken back, and with it the event {@code retracts}; the one before it is in force again. */
    record ReportRetracted(Period period, String retracts) implements Fact {}

    record MilestonePlanned(Milestone milestone) implements Fact {}

    /** value and note may be null. */
    record MilestoneReached(
            String milestone, LocalDate reachedOn, BigDecimal value, String note, List<Evidence> evidence)
            implements Fact {
        public MilestoneReached {
            evidence = List.copyOf(evidence);
        }
    }

    /** Its day has passed, and nobody has reported that it was reached. */
    record MilestoneMissed(String milestone, LocalDate due) implements Fact {}

    /** Follows from a report, a correction or a retraction. */
    record ProjectStatusChanged(ProjectStatus before, ProjectStatus after) implements Fact {}

    record WarningRaised(WarningRule rule, Cause cause) implements Fact {}

    /** An open warning has another cause than the one it was raised for. */
    record WarningUpdated(WarningRule rule, Cause cause) implements Fact {}

    record WarningAcknowledged(WarningRule rule, String note) implements Fact {}

    record WarningCleared(WarningRule rule) implements Fact {}

    record AssessmentRecorded(Assessment assessment) implements Fact {}

    /**
     * A definition is another from now on; {@code reference} names the decision. {@code following}: the plan's adjustment that this one
     * follows from, with {@code change} null: the subject is the same, but is judged by other rules. Null for an adjustment itself.
     */
    record PlanAdjusted(Change change, String reference, String following) implements Fact {}

    /** {@code about} is kind/id, null for the plan as a whole. */
    record FeedbackPosted(String about, String text) implements Fact {}

    record FeedbackModerated(boolean published) implements Fact {}

    record FeedbackAnswered(String text) implements Fact {}

    /** A day has begun in the plan's time zone. */
    record DayTurned(LocalDate day) implements Fact {}

    /** A person's key is destroyed: the name stays in the log, and nobody can read it any more. */
    record PersonErased(String person) implements Fact {}

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

    /** The rule whose warning it is about; empty for what is about none. */
    default Optional<WarningRule> warning() {
        if (this instanceof WarningRaised raised) {
            return Optional.of(raised.rule);
        }
        if (this instanceof WarningUpdated updated) {
            return Optional.of(updated.rule);
        }
        if (this instanceof WarningAcknowledged acknowledged) {
            return Optional.of(acknowledged.rule);
        }
        return this instanceof WarningCleared cleared ? Optional.of(cleared.rule) : Optional.empty();
    }

    default String type() {
        return getClass().getSimpleName();
    }
}
