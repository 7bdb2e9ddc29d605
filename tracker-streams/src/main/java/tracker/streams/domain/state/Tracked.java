package tracker.streams.domain.state;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;

/** A subject that somebody answers for, reports on and is warned of. */
public sealed interface Tracked extends Subject {
    /** Null where nobody has been assigned yet. */
    Responsibility responsibility();

    SortedMap<WarningRule, OpenWarning> warnings();

    /** The reports in force, by period. */
    SortedMap<Period, ? extends InForce<?>> reports();

    Text name();

    @Override
    Tracked at(Head next);

    Tracked assigned(Responsibility next);

    Tracked warned(SortedMap<WarningRule, OpenWarning> next);

    record IndicatorState(
            Head head,
            IndicatorDefinition definition,
            Responsibility responsibility,
            SortedMap<WarningRule, OpenWarning> warnings,
            SortedMap<Period, InForce<Report.OfIndicator>> reports)
            implements Tracked {
        public IndicatorState {
            warnings = unmodifiable(warnings);
            reports = unmodifiable(reports);
        }

        @Override
        public Text name() {
            return definition.name();
        }

        @Override
        public IndicatorState at(Head next) {
            return new IndicatorState(next, definition, responsibility, warnings, reports);
        }

        @Override
        public IndicatorState assigned(Responsibility next) {
            return new IndicatorState(head, definition, next, warnings, reports);
        }

        @Override
        public IndicatorState warned(SortedMap<WarningRule, OpenWarning> next) {
            return new IndicatorState(head, definition, responsibility, next, reports);
        }

        IndicatorState defined(IndicatorDefinition next) {
            return new IndicatorState(head, next, responsibility, warnings, reports);
        }

        IndicatorState reported(SortedMap<Period, InForce<Report.OfIndicator>> next) {
            return new IndicatorState(head, definition, responsibility, warnings, next);
        }

        /** The actual of the latest period that has one. */
        public Optional<Report.OfIndicator> latest() {
            return Tracked.latest(reports, report -> report.status().isActual() ? report : null);
        }
    }

    record ProjectState(
            Head head,
            ProjectDefinition definition,
            Responsibility responsibility,
            SortedMap<WarningRule, OpenWarning> warnings,
            SortedMap<Period, InForce<Report.OfProject>> reports,
            SortedMap<String, MilestoneState> milestones,
            List<YearlyPlan> yearlyPlan)
            implements Tracked {
        public ProjectState {
            warnings = unmodifiable(warnings);
            reports = unmodifiable(reports);
            milestones = unmodifiable(milestones);
            yearlyPlan = yearlyPlan == null ? List.of() : List.copyOf(yearlyPlan);
        }

        @Override
        public Text name() {
            return definition.name();
        }

        @Override
        public ProjectState at(Head next) {
            return new ProjectState(next, definition, responsibility, warnings, reports, milestones, yearlyPlan);
        }

        @Override
        public ProjectState assigned(Responsibility next) {
            return new ProjectState(head, definition, next, warnings, reports, milestones, yearlyPlan);
        }

        @Override
        public ProjectState warned(SortedMap<WarningRule, OpenWarning> next) {
            return new ProjectState(head, definition, responsibility, next, reports, milestones, yearlyPlan);
        }

        ProjectState defined(ProjectDefinition next) {
            return new ProjectState(head, next, responsibility, warnings, reports, milestones, yearlyPlan);
        }

        ProjectState reported(SortedMap<Period, InForce<Report.OfProject>> next) {
            return new ProjectState(head, definition, responsibility, warnings, next, milestones, yearlyPlan);
        }

        ProjectState with(MilestoneState milestone) {
            SortedMap<String, MilestoneState> next = new TreeMap<>(milestones);
            next.put(milestone.plan().id(), milestone);
            return new ProjectState(head, definition, responsibility, warnings, reports, next, yearlyPlan);
        }

        ProjectState planned(List<YearlyPlan> years) {
            return new ProjectState(head, definition, responsibility, warnings, reports, milestones, years);
        }

        /** As the latest period says that says it; a project of the plan starts in preparation. */
        public ProjectStatus status() {
            return Tracked.latest(reports, Report.OfProject::status)
                    .map(Report.OfProject::status)
                    .orElse(ProjectStatus.PREPARATION);
        }

        /** The status in which {@code period} found the project, as the periods before it say. */
        public ProjectStatus statusBefore(Period period) {
            return reported(reports.headMap(period)).status();
        }

        /** What the next later period says that says it; empty where none does. */
        public Optional<ProjectStatus> statusAfter(Period period) {
            return Tracked.after(reports, period, Report.OfProject::status);
        }

        /** Of the latest period that has one; null where none has. */
        public BigDecimal invested() {
            return Tracked.latest(reports, Report.OfProject::invested)
                    .map(Report.OfProject::invested)
                    .orElse(null);
        }

        /** The report of the latest period that says how much is complete. */
        public Optional<Report.OfProject> latestPercent() {
            return Tracked.latest(reports, Report.OfProject::percentComplete);
        }
    }

    record TaskState(
            Head head,
            TaskDefinition definition,
            Responsibility responsibility,
            SortedMap<WarningRule, OpenWarning> warnings,
            SortedMap<Period, InForce<Report.OfTask>> reports)
            implements Tracked {
        public TaskState {
            warnings = unmodifiable(warnings);
            reports = reports == null ? Collections.emptySortedMap() : unmodifiable(reports);
        }

        @Override
        public Text name() {
            return definition.name();
        }

        @Override
        public TaskState at(Head next) {
            return new TaskState(next, definition, responsibility, warnings, reports);
        }

        @Override
        public TaskState assigned(Responsibility next) {
            return new TaskState(head, definition, next, warnings, reports);
        }

        @Override
        public TaskState warned(SortedMap<WarningRule, OpenWarning> next) {
            return new TaskState(head, definition, responsibility, next, reports);
        }

        TaskState defined(TaskDefinition next) {
            return new TaskState(head, next, responsibility, warnings, reports);
        }

        TaskState reported(SortedMap<Period, InForce<Report.OfTask>> next) {
            return new TaskState(head, definition, responsibility, warnings, next);
        }

        public Optional<Report.OfTask> latest() {
            return Tracked.latest(reports, Report.OfTask::status);
        }

        public TaskStatus status() {
            return latest().map(Report.OfTask::status).orElse(TaskStatus.NOT_STARTED);
        }

        /** The status in which {@code period} found the task, as the periods before it say. */
        public TaskStatus statusBefore(Period period) {
            return reported(reports.headMap(period)).status();
        }

        /** What the next later period says; empty where none does. */
        public Optional<TaskStatus> statusAfter(Period period) {
            return Tracked.after(reports, period, Report.OfTask::status);
        }
    }

    /** A milestone and what became of it; reachedOn, value and note are null until it is reached, value and note maybe then. */
    record MilestoneState(
            Milestone plan,
            boolean missed,
            LocalDate reachedOn,
            BigDecimal value,
            String note,
            List<Evidence> evidence) {
        public MilestoneState {
            evidence = List.copyOf(evidence);
        }

        static MilestoneState planned(Milestone milestone) {
            return new MilestoneState(milestone, false, null, null, null, List.of());
        }

        /** Planned anew: due again if it was missed; what was reached stays reached. */
        MilestoneState plannedAs(Milestone next) {
            return reachedOn == null
                    ? planned(next)
                    : new MilestoneState(next, false, reachedOn, value, note, evidence);
        }

        /** Neither reached nor missed yet. */
        public boolean open() {
            return reachedOn == null && !missed;
        }
    }

    private static <R extends Report> Optional<R> latest(SortedMap<Period, InForce<R>> reports, Function<R, ?> figure) {
        return reports.values().stream()
                .map(InForce::report)
                .filter(report -> figure.apply(report) != null)
                .max(Comparator.comparing(Report::period));
    }

    private static <R extends Report, V> Optional<V> after(
            SortedMap<Period, InForce<R>> reports, Period period, Function<R, V> figure) {
        return reports.tailMap(period).entrySet().stream()
                .filter(entry -> !entry.getKey().equals(period))
                .map(entry -> figure.apply(entry.getValue().report()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A copy that nobody changes, empty where there is none; what cannot be changed came from the state before, and needs no copy. */
    private static <K, V> SortedMap<K, V> unmodifiable(SortedMap<K, V> map) {
        if (map == null) {
            return Collections.unmodifiableSortedMap(new TreeMap<>());
        }
        SortedMap<K, V> wrapped = Collections.unmodifiableSortedMap(map);
        return wrapped == map ? map : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
