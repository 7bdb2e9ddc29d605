package tracker.streams.domain.command;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.state.Tracked;

/** Who answers for a subject, and who has seen a warning of it. */
final class Assigning {
    private Assigning() {}

    /** Once somebody answers for it, that changes by an adjustment; an example assignment is nobody's. */
    static Decision decide(PlanDefinition plan, Tracked subject, Responsibility responsibility) {
        List<FieldError> errors = DefinitionRules.errors(plan, responsibility);
        Responsibility present = subject.responsibility();
        boolean settled = present != null && !present.provisional() && !present.equals(responsibility);
        return errors.isEmpty() && settled
                ? Decider.adjustmentRequired()
                : Decider.checked(errors, new Fact.ResponsibilityAssigned(responsibility));
    }

    static Decision decide(Tracked subject, Intent.AcknowledgeWarning acknowledge) {
        List<FieldError> errors = new ArrayList<>();
        Texts.require(errors, "/note", acknowledge.note(), ReportRules.MAX_NOTE);
        if (errors.isEmpty() && !subject.warnings().containsKey(acknowledge.rule())) {
            return Decision.refuse(Code.WARNING_NOT_OPEN, "没有这项预警。", "No such warning is open.");
        }
        return Decider.checked(errors, new Fact.WarningAcknowledged(acknowledge.rule(), acknowledge.note()));
    }
}
