package tracker.streams.domain.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;

/** What somebody wants to happen, in the imperative. */
public sealed interface Intent {
    /** Brings a subject into being. */
    sealed interface Registering extends Intent {}

    /** What the department that leads a subject may do to it. */
    sealed interface Leading extends Intent {}

    record RegisterPlan(PlanDefinition definition) implements Registering {}

    record DefineIndicator(IndicatorDefinition definition) implements Registering {}

    record RegisterProject(ProjectDefinition definition) implements Registering {}

    record RegisterTask(TaskDefinition definition) implements Registering {}

    record AssignResponsibility(Responsibility responsibility) implements Intent {}

    /** measure and target are null where they stay as they are; {@code targetHigh} is null where it is no range. */
    record SetTarget(Measure measure, BigDecimal target, BigDecimal targetHigh, List<YearlyTarget> yearlyTargets)
            implements Intent {
        public SetTarget {
            yearlyTargets = List.copyOf(yearlyTargets);
        }
    }

    record SetYearlyPlan(List<YearlyPlan> years) implements Intent {
        public SetYearlyPlan {
            years = List.copyOf(years);
        }
    }

    record ReportProgress(Report report) implements Leading {}

    /** The reason is the command's, and required. */
    record CorrectReport(Report report) implements Leading {}

    /** The reason is the command's, and required. */
    record RetractReport(Period period) implements Leading {}

    record PlanMilestone(Milestone milestone) implements Intent {}

    /** value and note may be null. */
    record ReachMilestone(String milestone, LocalDate reachedOn, BigDecimal value, String note, List<Evidence> evidence)
            implements Leading {
        public ReachMilestone {
            evidence = List.copyOf(evidence);
        }
    }

    record AcknowledgeWarning(WarningRule rule, String note) implements Leading {}

    /** {@code about} is a project's kind/id for an expert opinion, null for the plan; verdict may be null. */
    record RecordAssessment(AssessmentKind kind, int year, String about, String verdict, String text)
            implements Registering {}

    /** The reason is the command's, and required, as is the decision's reference. */
    record Adjust(Change change, String reference) implements Intent {}

    /** {@code about} is kind/id, null for the plan. */
    record PostFeedback(String about, String text) implements Registering {}

    record ModerateFeedback(boolean published) implements Intent {}

    record AnswerFeedback(String text) implements Intent {}

    record TurnDay(LocalDate day) implements Intent {}

    /** {@code person} is what stands for the name in the log. The reason is the command's, and required. */
    record ErasePerson(String person) implements Intent {}

    /**
     * Many at once, on any subjects of the command's plan, in order, as one transaction. With {@code allOrNothing} one refused item
     * refuses all; else what can be done is done. A report that says what is in force already is passed over; with a
     * reason, one for a period that is reported already corrects it.
     */
    record Batch(List<Item> items, boolean allOrNothing) implements Intent {
        public Batch {
            items = List.copyOf(items);
        }
    }

    /** {@code row} is how the sender counts it; {@code reason} may be null: the command's is taken then. */
    record Item(int row, SubjectId subject, Intent intent, String reason) {
        /** An item that nobody counts. */
        public Item(SubjectId subject, Intent intent, String reason) {
            this(0, subject, intent, reason);
        }
    }
}
