package tracker.streams.domain.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Tracked.TaskState;

/** What a report must keep to: domain.md, "Bad input". Every fault is named, not just the first. */
final class ReportRules {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    static final int MAX_NOTE = 4000;

    private ReportRules() {}

    static List<FieldError> errors(
            PlanDefinition plan, IndicatorDefinition indicator, Report.OfIndicator report, LocalDate today) {
        List<FieldError> errors = common(plan, report, today);
        if (!indicator.unit().equals(report.unit())) {
            errors.add(wrongUnit(indicator.unit()));
        }
        if (report.status() == ObservationStatus.M) {
            if (report.value() != null) {
                errors.add(FieldError.of("/value", "not-allowed", "缺失的时期没有数值。", "A missing period has no value."));
            }
        } else if (report.value() == null) {
            errors.add(FieldError.of("/value", "required", "须给出数值。", "A value is required."));
        } else {
            bounded(errors, "/value", report.value(), indicator.min(), indicator.max());
        }
        return errors;
    }

    static List<FieldError> errors(
            PlanDefinition plan, ProjectState project, Report.OfProject report, LocalDate today) {
        List<FieldError> errors = common(plan, report, today);
        if (report.invested() == null && report.percentComplete() == null && report.status() == null) {
            errors.add(FieldError.of(
                    "", "required", "须给出累计投资、完成比例或状态之一。", "One of invested, percentComplete and status is required."));
        }
        String unit = project.definition().unit();
        if (!unit.equals(report.unit())) {
            errors.add(wrongUnit(unit));
        }
        if (report.invested() != null) {
            bounded(errors, "/invested", report.invested(), BigDecimal.ZERO, null);
        }
        if (report.percentComplete() != null) {
            bounded(errors, "/percentComplete", report.percentComplete(), BigDecimal.ZERO, HUNDRED);
        }
        ProjectStatus status = report.status();
        if (status != null) {
            ProjectStatus before = project.statusBefore(report.period());
            Optional<ProjectStatus> after = project.statusAfter(report.period());
            transition(errors, before, status, before.mayBecome(status));
            after.ifPresent(next -> transition(errors, status, next, status.mayBecome(next)));
        }
        return errors;
    }

    static List<FieldError> errors(PlanDefinition plan, TaskState task, Report.OfTask report, LocalDate today) {
        List<FieldError> errors = common(plan, report, today);
        TaskStatus status = report.status();
        if (status == null) {
            errors.add(FieldError.of("/status", "required", "须给出状态。", "A status is required."));
            return errors;
        }
        TaskStatus before = task.statusBefore(report.period());
        transition(errors, before, status, before.mayBecome(status));
        task.statusAfter(report.period()).ifPresent(next -> transition(errors, status, next, status.mayBecome(next)));
        return errors;
    }

    /** A late period is held against those around it: what it says was true then, whatever has become of it since. */
    private static void transition(List<FieldError> errors, Labelled before, Labelled after, boolean legal) {
        if (!legal) {
            errors.add(FieldError.of(
                    "/status",
                    "illegal-transition",
                    "不能由 " + before.label() + " 转为 " + after.label() + "。",
                    "The status cannot go from " + before.label() + " to " + after.label() + "."));
        }
    }

    /** Why something recorded is changed: nobody changes it without saying. */
    static List<FieldError> reasonErrors(String reason) {
        List<FieldError> errors = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            errors.add(FieldError.of("/reason", "required", "须说明理由。", "A reason is required."));
        }
        return errors;
    }

    private static List<FieldError> common(PlanDefinition plan, Report report, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        Period period = report.period();
        if (period.firstDay().isBefore(plan.start()) || period.lastDay().isAfter(plan.end())) {
            errors.add(FieldError.of(
                    "/period",
                    "outside-plan",
                    "时期须在 " + plan.start() + " 至 " + plan.end() + " 之内。",
                    "The period must lie within " + plan.start() + " to " + plan.end() + "."));
        } else if (period.lastDay().isAfter(today)) {
            errors.add(FieldError.of("/period", "in-future", "时期尚未结束。", "The period has not ended yet."));
        }
        Texts.check(errors, "/note", report.note(), MAX_NOTE);
        EvidenceRules.check(errors, report.evidence());
        return errors;
    }

    static void bounded(List<FieldError> errors, String pointer, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (!Figures.withinDigits(value)) {
            errors.add(FieldError.of(pointer, "too-many-digits", "超过 30 位数字。", "More than 30 digits."));
        } else if ((min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0)) {
            String range =
                    (min == null ? "-∞" : min.toPlainString()) + " .. " + (max == null ? "∞" : max.toPlainString());
            errors.add(FieldError.of(
                    pointer, "out-of-bounds", "数值须在 " + range + " 之内。", "The value must lie in " + range + "."));
        }
    }

    private static FieldError wrongUnit(String unit) {
        return FieldError.of("/unit", "wrong-unit", "计量单位须为 " + unit + "。", "The unit must be " + unit + ".");
    }
}
