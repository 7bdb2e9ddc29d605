package tracker.streams.domain.state;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;

/** The state of one subject: the fold of its events, by {@link Evolution}. Immutable. */
public sealed interface Subject {
    Head head();

    /** Null where nobody has been assigned yet; always null for a plan. */
    Responsibility responsibility();

    record PlanState(Head head, PlanDefinition definition) implements Subject {
        @Override
        public Responsibility responsibility() {
            return null;
        }
    }

    record IndicatorState(
            Head head,
            IndicatorDefinition definition,
            Responsibility responsibility,
            SortedMap<Period, InForce<Report.OfIndicator>> reports)
            implements Subject {
        public IndicatorState {
            reports = unmodifiable(reports);
        }

        /** The actual of the latest period that has one. */
        public Optional<Report.OfIndicator> latest() {
            return reports.values().stream()
                    .map(InForce::report)
                    .filter(report -> report.status().isActual())
                    .max(Comparator.comparing(Report::period));
        }
    }

    record ProjectState(
            Head head,
            ProjectDefinition definition,
            Responsibility responsibility,
            SortedMap<Period, InForce<Report.OfProject>> reports)
            implements Subject {
        public ProjectState {
            reports = unmodifiable(reports);
        }

        /** As the latest period says that says it; a project of the plan starts in preparation. */
        public ProjectStatus status() {
            return latest(Report.OfProject::status)
                    .map(Report.OfProject::status)
                    .orElse(ProjectStatus.PREPARATION);
        }

        /** The status that every other period's report gives: what a report for {@code period} is held against. */
        public ProjectStatus statusBut(Period period) {
            SortedMap<Period, InForce<Report.OfProject>> others = new TreeMap<>(reports);
            others.remove(period);
            return new ProjectState(head, definition, responsibility, others).status();
        }

        /** Of the latest period that has one; null where none has. */
        public BigDecimal invested() {
            return latest(Report.OfProject::invested)
                    .map(Report.OfProject::invested)
                    .orElse(null);
        }

        /** The report of the latest period that says how much is complete. */
        public Optional<Report.OfProject> latestPercent() {
            return latest(Report.OfProject::percentComplete);
        }

        private Optional<Report.OfProject> latest(java.util.function.Function<Report.OfProject, ?> figure) {
            return reports.values().stream()
                    .map(InForce::report)
                    .filter(report -> figure.apply(report) != null)
                    .max(Comparator.comparing(Report::period));
        }
    }

    record TaskState(Head head, TaskDefinition definition, Responsibility responsibility) implements Subject {}

    private static <V> SortedMap<Period, V> unmodifiable(Map<Period, V> reports) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(reports));
    }
}
