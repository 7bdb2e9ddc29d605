package tracker.streams.domain.command;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.rating.ExpectedPath;

/** What a definition must keep to within its plan. */
final class DefinitionRules {
    private static final int MAX_MEASURES = 4000;

    private DefinitionRules() {}

    static List<FieldError> errors(PlanDefinition plan, IndicatorDefinition indicator) {
        List<FieldError> errors = new ArrayList<>();
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
        ExpectedLine line = indicator.expectedLine() == null ? plan.expectedLine() : indicator.expectedLine();
        boolean follows = indicator.measure() == Measure.LEVEL && indicator.baseline() != null;
        if (follows && line == ExpectedLine.COMPOUND && !ExpectedPath.allowsCompound(indicator)) {
            errors.add(FieldError.of(
                    "/expectedLine",
                    "not-compound",
                    "复合增长线要求基期值与目标值均大于 0。",
                    "A compound line needs baseline and target above 0."));
        }
        return errors;
    }

    static List<FieldError> errors(PlanDefinition plan, ProjectDefinition project) {
        List<FieldError> errors = new ArrayList<>();
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
        if (project.investment().signum() < 0) {
            errors.add(FieldError.of("/investment", "out-of-bounds", "投资额不得为负。", "An investment is not negative."));
        }
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

    private static FieldError unknown(String pointer, String whatZh, String what, String value) {
        return FieldError.of(
                pointer,
                "unknown-" + what,
                "规划中没有这个" + whatZh + "：" + value,
                "The plan has no " + what + " '" + value + "'.");
    }
}
