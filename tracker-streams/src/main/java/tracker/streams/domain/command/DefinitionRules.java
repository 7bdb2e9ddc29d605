package tracker.streams.domain.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;
import tracker.streams.domain.rating.ExpectedPath;

/** What a definition must keep to within its plan. */
final class DefinitionRules {
    private static final int MAX_MEASURES = 4000;
    private static final int MAX_NAME = 300;

    private DefinitionRules() {}

    static List<FieldError> errors(PlanDefinition plan) {
        List<FieldError> errors = new ArrayList<>();
        name(errors, plan.name());
        Supervision supervision = plan.supervision();
        if (supervision.jumpMultiple().signum() <= 0) {
            errors.add(FieldError.of("/supervision/jumpMultiple", "out-of-bounds", "须大于 0。", "It must be above 0."));
        }
        groups(errors, "/supervision/evidenceFor", supervision.evidenceFor());
        groups(errors, "/supervision/published", supervision.published());
        plan.categories().stream()
                .filter(category -> !plan.hasUnit(category.unit()))
                .forEach(category -> errors.add(unknown("/categories", "计量单位", "unit", category.unit())));
        return errors;
    }

    static List<FieldError> errors(PlanDefinition plan, IndicatorDefinition indicator) {
        List<FieldError> errors = new ArrayList<>();
        name(errors, indicator.name());
        if (!plan.hasUnit(indicator.unit())) {
            errors.add(unknown("/unit", "计量单位", "unit", indicator.unit()));
        }
        if (indicator.goal() != null && !plan.hasGoal(indicator.goal())) {
            errors.add(unknown("/goal", "目标", "goal", indicator.goal()));
        }
        if (indicator.target() == null && indicator.measure() != Measure.DELEGATED) {
            errors.add(FieldError.of("/target", "required", "须给出目标值。", "A target is required."));
        }
        if (indicator.measure() == Measure.RECURRING
                && indicator.target() != null
                && indicator.target().signum() <= 0) {
            errors.add(FieldError.of("/target", "out-of-bounds", "每年目标须大于 0。", "A yearly target must be above 0."));
        }
        if (indicator.targetHigh() != null
                && indicator.target() != null
                && indicator.targetHigh().compareTo(indicator.target()) < 0) {
            errors.add(FieldError.of("/targetHigh", "out-of-bounds", "上限低于下限。", "The upper end lies below the lower."));
        }
        figure(errors, "/baseline", indicator.baseline());
        figure(errors, "/target", indicator.target());
        figure(errors, "/targetHigh", indicator.targetHigh());
        if (indicator.allowanceDays() < 0) {
            errors.add(FieldError.of("/allowanceDays", "out-of-bounds", "不得为负。", "It is not negative."));
        }
        yearlyTargets(errors, plan, indicator);
        errors.addAll(lineErrors(plan, indicator));
        return errors;
    }

    /** Whether the indicator can be held against the line that it, or else its plan, asks for. */
    static List<FieldError> lineErrors(PlanDefinition plan, IndicatorDefinition indicator) {
        ExpectedLine line = indicator.expectedLine() == null ? plan.expectedLine() : indicator.expectedLine();
        // A delegated one that has its target is rated as a level.
        boolean isLevel = indicator.measure() == Measure.LEVEL
                || (indicator.measure() == Measure.DELEGATED && indicator.target() != null);
        boolean follows = isLevel && indicator.baseline() != null;
        return follows && line == ExpectedLine.COMPOUND && !ExpectedPath.allowsCompound(indicator)
                ? List.of(FieldError.of(
                        "/expectedLine",
                        "not-compound",
                        "复合增长线要求基期值与目标值均大于 0。",
                        "A compound line needs baseline and target above 0."))
                : List.of();
    }

    static List<FieldError> errors(PlanDefinition plan, ProjectDefinition project) {
        List<FieldError> errors = new ArrayList<>();
        name(errors, project.name());
        if (!plan.hasCategory(project.category())) {
            errors.add(unknown("/category", "类别", "category", project.category()));
        }
        plan.categories().stream()
                .filter(category -> category.id().equals(project.category()))
                .filter(category -> !category.unit().equals(project.unit()))
                .forEach(category -> errors.add(FieldError.of(
                        "/unit",
                        "wrong-unit",
                        "该类别的单位是 " + category.unit() + "。",
                        "The category's unit is " + category.unit() + ".")));
        notNegative(errors, "/investment", project.investment());
        if (project.start() != null && project.end() != null && !project.start().isBefore(project.end())) {
            errors.add(FieldError.of("/end", "out-of-bounds", "结束须晚于开始。", "It ends after it starts."));
        }
        return errors;
    }

    static List<FieldError> errors(Subjects subjects, TaskDefinition task) {
        List<FieldError> errors = new ArrayList<>();
        name(errors, task.name());
        String plan = subjects.plan().head().id().plan();
        task.indicators().stream()
                .filter(id -> !SubjectId.isSlug(id) || subjects.find(new SubjectId(plan, Kind.INDICATOR, id)) == null)
                .forEach(id -> errors.add(unknown("/indicators", "指标", "indicator", id)));
        return errors;
    }

    static List<FieldError> errors(PlanDefinition plan, Responsibility responsibility) {
        List<FieldError> errors = new ArrayList<>();
        if (!plan.hasDepartment(responsibility.lead())) {
            errors.add(unknown("/lead", "部门", "department", responsibility.lead()));
        }
        responsibility.assisting().stream()
                .filter(unit -> !plan.hasDepartment(unit))
                .forEach(unit -> errors.add(unknown("/assisting", "部门", "department", unit)));
        Texts.check(errors, "/measures", responsibility.measures(), MAX_MEASURES);
        return errors;
    }

    static List<FieldError> errors(PlanDefinition plan, Milestone milestone) {
        List<FieldError> errors = new ArrayList<>();
        name(errors, milestone.name());
        if (!SubjectId.isSlug(milestone.id())) {
            errors.add(FieldError.of("/id", "not-an-identifier", "不是合法的标识。", "It is not an identifier."));
        }
        if (milestone.unit() != null && !plan.hasUnit(milestone.unit())) {
            errors.add(unknown("/unit", "计量单位", "unit", milestone.unit()));
        }
        if (milestone.value() != null && milestone.unit() == null) {
            errors.add(FieldError.of("/unit", "required", "数值须带计量单位。", "A value needs its unit."));
        }
        figure(errors, "/value", milestone.value());
        figure(errors, "/valueHigh", milestone.valueHigh());
        return errors;
    }

    static List<FieldError> yearlyPlan(PlanDefinition plan, List<YearlyPlan> years) {
        List<FieldError> errors = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < years.size(); i++) {
            YearlyPlan year = years.get(i);
            year(errors, "/years/" + i + "/year", plan, year.year(), seen);
            if (year.investment() != null) {
                notNegative(errors, "/years/" + i + "/investment", year.investment());
            }
            Texts.check(errors, "/years/" + i + "/measures", year.measures(), MAX_MEASURES);
        }
        if (years.isEmpty()) {
            errors.add(FieldError.of("/years", "required", "须给出至少一年。", "At least one year is required."));
        }
        return errors;
    }

    /** What is wrong, with whom it is wrong before it. */
    static Text of(String subject, Text message) {
        return new Text(subject + "：" + message.zh(), subject + ": " + message.en());
    }

    private static void yearlyTargets(List<FieldError> errors, PlanDefinition plan, IndicatorDefinition indicator) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < indicator.yearlyTargets().size(); i++) {
            YearlyTarget target = indicator.yearlyTargets().get(i);
            year(errors, "/yearlyTargets/" + i + "/year", plan, target.year(), seen);
            figure(errors, "/yearlyTargets/" + i + "/value", target.value());
        }
        if (!indicator.yearlyTargets().isEmpty() && indicator.measure() != Measure.LEVEL) {
            errors.add(FieldError.of(
                    "/yearlyTargets",
                    "not-allowed",
                    "只有 level 指标有分年度目标。",
                    "Only a level has targets for single years."));
        }
    }

    private static void year(
            List<FieldError> errors, String pointer, PlanDefinition plan, int year, Set<Integer> seen) {
        if (year < plan.start().getYear() || year > plan.end().getYear()) {
            errors.add(FieldError.of(pointer, "outside-plan", "年份不在规划期内。", "The plan does not cover that year."));
        }
        if (!seen.add(year)) {
            errors.add(FieldError.of(pointer, "repeated", "年份重复。", "That year stands there twice."));
        }
    }

    private static void name(List<FieldError> errors, Text name) {
        Texts.require(errors, "/name/zh", name.zh(), MAX_NAME);
        Texts.require(errors, "/name/en", name.en(), MAX_NAME);
    }

    private static void notNegative(List<FieldError> errors, String pointer, BigDecimal amount) {
        ReportRules.bounded(errors, pointer, amount, BigDecimal.ZERO, null);
    }

    private static void figure(List<FieldError> errors, String pointer, BigDecimal value) {
        if (value != null) {
            ReportRules.bounded(errors, pointer, value, null, null);
        }
    }

    private static void groups(List<FieldError> errors, String pointer, Set<String> groups) {
        groups.stream()
                .filter(group -> !Supervision.groups().contains(group))
                .forEach(group -> errors.add(unknown(pointer, "分组", "group", group)));
    }

    private static FieldError unknown(String pointer, String whatZh, String what, String value) {
        return FieldError.of(
                pointer,
                "unknown-" + what,
                "规划中没有这个" + whatZh + "：" + value,
                "The plan has no " + what + " '" + value + "'.");
    }
}
