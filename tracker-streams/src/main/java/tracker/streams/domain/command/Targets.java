package tracker.streams.domain.command;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;

/** A delegated target is assigned once, and targets for single years are set once; what is set changes by an adjustment. */
final class Targets {
    private Targets() {}

    static Decision decide(PlanDefinition plan, Tracked subject, Intent intent) {
        if (subject instanceof IndicatorState indicator && intent instanceof Intent.SetTarget set) {
            return target(plan, indicator.definition(), set);
        }
        if (subject instanceof ProjectState project && intent instanceof Intent.SetYearlyPlan set) {
            List<FieldError> errors = DefinitionRules.yearlyPlan(plan, set.years());
            return errors.isEmpty() && !project.yearlyPlan().isEmpty()
                    ? Decider.adjustmentRequired()
                    : Decider.checked(errors, new Fact.YearlyPlanSet(set.years()));
        }
        return Decider.unknownSubject();
    }

    private static Decision target(PlanDefinition plan, IndicatorDefinition indicator, Intent.SetTarget set) {
        boolean assigns = indicator.target() == null;
        List<FieldError> errors = new ArrayList<>();
        if (assigns && set.target() == null) {
            errors.add(FieldError.of("/target", "required", "须给出目标值。", "A target is required."));
            return new Decision.Refused(Refusal.invalid(errors));
        }
        Measure measure = set.measure() != null
                ? set.measure()
                : indicator.measure() == Measure.DELEGATED ? Measure.LEVEL : indicator.measure();
        if (assigns && measure != Measure.LEVEL && measure != Measure.MAINTAIN) {
            errors.add(FieldError.of(
                    "/measure",
                    "unknown-measure",
                    "下达的目标须为 level 或 maintain。",
                    "An assigned target is a level or maintain."));
        }
        boolean keepsTarget = set.target() == null
                || (indicator.target() != null && set.target().compareTo(indicator.target()) == 0);
        boolean keepsRange = set.targetHigh() == null
                || (indicator.targetHigh() != null && set.targetHigh().compareTo(indicator.targetHigh()) == 0);
        boolean settled = !assigns
                && (!keepsTarget
                        || !keepsRange
                        || measure != indicator.measure()
                        || !indicator.yearlyTargets().isEmpty()
                        || set.yearlyTargets().isEmpty());
        IndicatorDefinition next = indicator.withTarget(
                measure,
                set.target() == null ? indicator.target() : set.target(),
                set.targetHigh() == null ? indicator.targetHigh() : set.targetHigh(),
                set.yearlyTargets());
        errors.addAll(DefinitionRules.errors(plan, next));
        if (errors.isEmpty() && settled) {
            return Decider.adjustmentRequired();
        }
        return Decider.checked(
                errors, new Fact.TargetSet(measure, next.target(), next.targetHigh(), next.yearlyTargets()));
    }
}
