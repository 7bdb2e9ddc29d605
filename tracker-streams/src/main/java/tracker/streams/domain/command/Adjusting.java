package tracker.streams.domain.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Tracked.TaskState;

/** Adjustments: a definition is replaced, openly, with a reason and the decision's reference. What was reported stays what it was. */
final class Adjusting {
    private static final int MAX_REFERENCE = 200;

    private Adjusting() {}

    static Decision decide(Subjects subjects, Subject subject, Command command, Intent.Adjust adjust) {
        List<FieldError> errors = new ArrayList<>(ReportRules.reasonErrors(command.reason()));
        Texts.require(errors, "/reference", adjust.reference(), MAX_REFERENCE);
        List<FieldError> faults = faults(subjects, subject, adjust.change());
        if (faults == null) {
            return Decider.unknownSubject();
        }
        faults.stream()
                .map(fault -> new FieldError("/changes" + fault.pointer(), fault.code(), fault.message()))
                .forEach(errors::add);
        if (errors.isEmpty() && changesNothing(subject, adjust.change())) {
            errors.add(FieldError.of("/changes", "nothing-changed", "没有任何变化。", "Nothing would change."));
        }
        return Decider.checked(errors, new Fact.PlanAdjusted(adjust.change(), adjust.reference(), null));
    }

    /** Null where the change is not one of such a subject. */
    private static List<FieldError> faults(Subjects subjects, Subject subject, Change change) {
        PlanDefinition plan = subjects.plan().definition();
        if (subject instanceof PlanState && change instanceof Change.OfPlan of) {
            return planFaults(subjects, of.definition());
        }
        if (subject instanceof Tracked && change instanceof Change.OfResponsibility of) {
            return DefinitionRules.errors(plan, of.responsibility());
        }
        if (subject instanceof IndicatorState indicator && change instanceof Change.OfIndicator of) {
            return indicatorFaults(plan, indicator, of.definition());
        }
        if (subject instanceof TaskState && change instanceof Change.OfTask of) {
            return DefinitionRules.errors(subjects, of.definition());
        }
        if (subject instanceof ProjectState project) {
            if (change instanceof Change.OfProject of) {
                List<FieldError> errors = DefinitionRules.errors(plan, of.definition());
                if (!of.definition().unit().equals(project.definition().unit())) {
                    errors.add(fixed("/unit"));
                }
                return errors;
            }
            if (change instanceof Change.OfYearlyPlan of) {
                return DefinitionRules.yearlyPlan(plan, of.years());
            }
            if (change instanceof Change.OfMilestone of
                    && project.milestones().containsKey(of.milestone().id())) {
                return DefinitionRules.errors(plan, of.milestone());
            }
        }
        return null;
    }

    /** Values that were reported have a unit; with another one they would mean something else. */
    private static List<FieldError> indicatorFaults(
            PlanDefinition plan, IndicatorState indicator, IndicatorDefinition next) {
        List<FieldError> errors = new ArrayList<>(DefinitionRules.errors(plan, next));
        if (!indicator.reports().isEmpty()
                && !next.unit().equals(indicator.definition().unit())) {
            errors.add(fixed("/unit"));
        }
        return errors;
    }

    private static List<FieldError> planFaults(Subjects subjects, PlanDefinition next) {
        PlanDefinition present = subjects.plan().definition();
        List<FieldError> errors = new ArrayList<>(DefinitionRules.errors(next));
        if (!next.start().equals(present.start())
                || !next.end().equals(present.end())
                || !next.timeZone().equals(present.timeZone())
                || next.simulated() != present.simulated()) {
            errors.add(fixed(""));
        }
        requireKept(errors, "/goals", present.goals(), next.goals(), Goal::id);
        requireKept(errors, "/categories", present.categories(), next.categories(), c -> c.id() + " " + c.unit());
        requireKept(errors, "/departments", present.departments(), next.departments(), Department::id);
        requireKept(errors, "/units", present.units(), next.units(), Unit::symbol);
        for (Subject subject : subjects.all()) {
            if (subject instanceof IndicatorState indicator) {
                DefinitionRules.lineErrors(next, indicator.definition()).stream()
                        .map(error -> new FieldError(
                                "/expectedLine",
                                error.code(),
                                DefinitionRules.of(subject.head().id().id(), error.message())))
                        .forEach(errors::add);
            }
        }
        return errors;
    }

    /** Subjects name these: none may go. */
    private static <T> void requireKept(
            List<FieldError> errors, String pointer, List<T> present, List<T> next, Function<T, String> id) {
        HashSet<String> kept = new HashSet<>(next.stream().map(id).toList());
        if (!kept.containsAll(present.stream().map(id).toList())) {
            errors.add(FieldError.of(pointer, "in-use", "已有的条目不能删除。", "What is there already must stay."));
        }
    }

    private static FieldError fixed(String pointer) {
        return FieldError.of(pointer, "fixed", "此项不能调整。", "This cannot be adjusted.");
    }

    private static boolean changesNothing(Subject subject, Change change) {
        if (change instanceof Change.OfPlan of) {
            return of.definition().equals(((PlanState) subject).definition());
        }
        if (change instanceof Change.OfResponsibility of) {
            return of.responsibility().equals(((Tracked) subject).responsibility());
        }
        if (change instanceof Change.OfIndicator of) {
            return of.definition().equals(((IndicatorState) subject).definition());
        }
        if (change instanceof Change.OfTask of) {
            return of.definition().equals(((TaskState) subject).definition());
        }
        ProjectState project = (ProjectState) subject;
        if (change instanceof Change.OfProject of) {
            return of.definition().equals(project.definition());
        }
        if (change instanceof Change.OfYearlyPlan of) {
            return of.years().equals(project.yearlyPlan());
        }
        Change.OfMilestone of = (Change.OfMilestone) change;
        return of.milestone()
                .equals(project.milestones().get(of.milestone().id()).plan());
    }
}
