package tracker.streams.model;

import java.math.BigDecimal;
import java.util.List;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.YearlyPlan;

/** Whether a definition may stand, and whether it may take the place of the present one. */
final class Definitions {
    private Definitions() {}

    static boolean isValid(PlanDefinition plan, IndicatorDefinition indicator) {
        BigDecimal target = indicator.target();
        boolean needsTarget = indicator.measure() != Measure.DELEGATED;
        boolean noTarget = needsTarget && target == null;
        boolean noYear = indicator.measure() == Measure.RECURRING && target != null && target.signum() <= 0;
        boolean noRange = target != null
                && indicator.targetHigh() != null
                && indicator.targetHigh().compareTo(target) < 0;
        boolean noYears = !indicator.yearlyTargets().isEmpty() && indicator.measure() != Measure.LEVEL;
        return plan.hasUnit(indicator.unit())
                && !noTarget
                && !noYear
                && !noRange
                && !noYears
                && hasLine(plan, indicator);
    }

    /** Growth at one rate leads from something above 0 to something above 0. */
    private static boolean hasLine(PlanDefinition plan, IndicatorDefinition indicator) {
        ExpectedLine line = indicator.expectedLine() == null ? plan.expectedLine() : indicator.expectedLine();
        boolean onTheWay = List.of(Measure.LEVEL, Measure.DELEGATED).contains(indicator.measure())
                && indicator.baseline() != null
                && indicator.target() != null;
        return line == ExpectedLine.LINEAR
                || !onTheWay
                || (indicator.baseline().signum() > 0 && indicator.target().signum() > 0);
    }

    static boolean isValid(ProjectDefinition project) {
        return Content.lies(project.investment(), BigDecimal.ZERO, null);
    }

    static boolean areYears(PlanDefinition plan, List<YearlyPlan> years) {
        return years.stream()
                .allMatch(year -> year.year() >= plan.start().getYear()
                        && year.year() <= plan.end().getYear()
                        && Content.lies(year.investment(), BigDecimal.ZERO, null));
    }

    /** {@code sheet} is null for the plan itself. */
    static Code refuses(Ledger ledger, Sheet sheet, Intent.Adjust adjust, String reason) {
        Boolean changes = sheet == null ? ofPlan(ledger, adjust.change()) : ofSubject(ledger, sheet, adjust.change());
        if (changes == null) {
            return Code.UNKNOWN_SUBJECT;
        }
        return changes && !Judge.isBlank(reason) ? null : Code.INVALID;
    }

    /** Whether it may be, and changes anything; null where there is no such thing to change. */
    private static Boolean ofPlan(Ledger ledger, Change change) {
        if (!(change instanceof Change.OfPlan of)) {
            return null;
        }
        PlanDefinition next = of.definition();
        boolean lines = ledger.sheets.values().stream()
                .allMatch(sheet -> sheet.indicator == null || hasLine(next, sheet.indicator));
        return lines
                && next.supervision().jumpMultiple().signum() > 0
                && Supervision.groups().containsAll(next.supervision().evidenceFor())
                && !next.equals(ledger.plan);
    }

    private static Boolean ofSubject(Ledger ledger, Sheet sheet, Change change) {
        PlanDefinition plan = ledger.plan;
        if (change instanceof Change.OfResponsibility of) {
            return plan.hasDepartment(of.responsibility().lead())
                    && !of.responsibility().equals(sheet.responsibility);
        }
        if (change instanceof Change.OfIndicator of && sheet.indicator != null) {
            boolean keepsUnit =
                    sheet.inForce().isEmpty() || of.definition().unit().equals(sheet.indicator.unit());
            return keepsUnit
                    && isValid(plan, of.definition())
                    && !of.definition().equals(sheet.indicator);
        }
        if (sheet.project != null && change instanceof Change.OfProject of) {
            return isValid(of.definition()) && !of.definition().equals(sheet.project);
        }
        if (sheet.project != null && change instanceof Change.OfYearlyPlan of) {
            return areYears(plan, of.years()) && !of.years().equals(sheet.years);
        }
        if (change instanceof Change.OfMilestone of
                && sheet.milestones.containsKey(of.milestone().id())) {
            return !of.milestone().equals(sheet.milestones.get(of.milestone().id()));
        }
        return null;
    }
}
