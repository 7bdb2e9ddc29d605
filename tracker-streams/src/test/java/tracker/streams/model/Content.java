package tracker.streams.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;

/** Whether a report may be taken in: domain.md, "Bad input", once more. */
final class Content {
    private static final List<ProjectStatus> PHASES = List.of(
            ProjectStatus.IDENTIFICATION,
            ProjectStatus.PREPARATION,
            ProjectStatus.IMPLEMENTATION,
            ProjectStatus.COMPLETION,
            ProjectStatus.COMPLETED);
    private static final Map<TaskStatus, List<TaskStatus>> AFTER = Map.of(
            TaskStatus.NOT_STARTED,
            List.of(TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED, TaskStatus.SUSPENDED, TaskStatus.CANCELLED),
            TaskStatus.IN_PROGRESS,
            List.of(TaskStatus.COMPLETED, TaskStatus.SUSPENDED, TaskStatus.CANCELLED),
            TaskStatus.SUSPENDED,
            List.of(TaskStatus.IN_PROGRESS, TaskStatus.CANCELLED));

    private Content() {}

    static boolean isValid(Ledger ledger, Sheet sheet, Report report, LocalDate today) {
        LocalDate end = Spans.end(report.period());
        boolean within = !Spans.begin(report.period()).isBefore(ledger.plan.start()) && !end.isAfter(ledger.plan.end());
        return within
                && !end.isAfter(today)
                && isProof(report.evidence())
                && (report instanceof Report.OfIndicator of
                        ? isValid(sheet.indicator, of)
                        : report instanceof Report.OfProject project
                                ? isValid(sheet, project)
                                : isValid(sheet, (Report.OfTask) report));
    }

    private static boolean isValid(IndicatorDefinition indicator, Report.OfIndicator report) {
        if (!report.unit().equals(indicator.unit())) {
            return false;
        }
        return report.status() == ObservationStatus.M
                ? report.value() == null
                : report.value() != null && lies(report.value(), indicator.min(), indicator.max());
    }

    private static boolean isValid(Sheet sheet, Report.OfProject report) {
        boolean says = report.invested() != null || report.percentComplete() != null || report.status() != null;
        return says
                && report.unit().equals(sheet.project.unit())
                && (report.invested() == null || lies(report.invested(), BigDecimal.ZERO, null))
                && (report.percentComplete() == null
                        || lies(report.percentComplete(), BigDecimal.ZERO, BigDecimal.valueOf(100)))
                && (report.status() == null || isBetween(sheet, report));
    }

    /** Between the nearest period before that says a status, and the nearest after. */
    private static boolean isBetween(Sheet sheet, Report.OfProject report) {
        ProjectStatus before = sheet.neighbour(report.period(), true, Report.OfProject.class, Report.OfProject::status);
        ProjectStatus after = sheet.neighbour(report.period(), false, Report.OfProject.class, Report.OfProject::status);
        return mayFollow(before == null ? ProjectStatus.PREPARATION : before, report.status())
                && (after == null || mayFollow(report.status(), after));
    }

    /** Phases go forward; what is suspended is taken up again, but not completed at once; the end is the end. */
    private static boolean mayFollow(ProjectStatus now, ProjectStatus next) {
        boolean over = now == ProjectStatus.COMPLETED || now == ProjectStatus.CANCELLED;
        if (now == next || over) {
            return now == next;
        }
        if (next == ProjectStatus.CANCELLED) {
            return true;
        }
        if (now == ProjectStatus.SUSPENDED) {
            return PHASES.subList(1, 4).contains(next);
        }
        return next == ProjectStatus.SUSPENDED || PHASES.indexOf(next) > PHASES.indexOf(now);
    }

    private static boolean isValid(Sheet sheet, Report.OfTask report) {
        TaskStatus before = sheet.neighbour(report.period(), true, Report.OfTask.class, Report.OfTask::status);
        TaskStatus after = sheet.neighbour(report.period(), false, Report.OfTask.class, Report.OfTask::status);
        return report.status() != null
                && mayFollow(before == null ? TaskStatus.NOT_STARTED : before, report.status())
                && (after == null || mayFollow(report.status(), after));
    }

    private static boolean mayFollow(TaskStatus now, TaskStatus next) {
        return now == next || AFTER.getOrDefault(now, List.of()).contains(next);
    }

    static boolean isProof(List<Evidence> evidence) {
        return evidence.stream().allMatch(each -> each.sha256().matches("[0-9a-f]{64}"));
    }

    /** Null ends are open. */
    static boolean lies(BigDecimal value, BigDecimal low, BigDecimal high) {
        long digits = value.toPlainString().chars().filter(Character::isDigit).count();
        return digits <= 30
                && (low == null || value.compareTo(low) >= 0)
                && (high == null || value.compareTo(high) <= 0);
    }
}
