package tracker.streams.domain.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.FeedbackState;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;

/** decide: what a command means for a subject as it stands. Changes nothing. */
public final class Decider {
    static final int MAX_REASON = 1000;

    private Decider() {}

    /**
     * {@code now} is the moment at which the command was recorded. Rights are checked before the version, so that a refused caller
     * learns nothing of the state. What a batch means is said item by item.
     */
    public static Decision decide(Subjects subjects, Command command, Instant now) {
        Intent intent = command.intent();
        PlanState plan = subjects.plan();
        Subject subject = subjects.find(command.subject());
        boolean registers = intent instanceof Intent.Registering;
        if (plan == null && !(intent instanceof Intent.RegisterPlan)) {
            return new Decision.Refused(unknownPlan());
        }
        if (subject == null && !registers) {
            return unknownSubject();
        }
        if (!Permissions.mayAct(subjects, subject, command)) {
            return Decision.refuse(
                    Code.NOT_YOURS,
                    "只有牵头部门或规划办公室可以更改这个对象。",
                    "Only the department that leads this subject, or the planning office, may change it.");
        }
        long version = subject == null ? 0 : subject.head().version();
        if (command.expectedVersion() != null && command.expectedVersion() != version) {
            Text detail = new Text("对象已是第 " + version + " 版。", "The subject is at version " + version + " by now.");
            return new Decision.Refused(new Refusal(Code.STALE_VERSION, detail, List.of(), version));
        }
        if (subject != null && registers) {
            return Decision.refuse(Code.ALREADY_REGISTERED, "这个对象已经登记。", "This subject is registered already.");
        }
        List<FieldError> reason = new ArrayList<>();
        Texts.check(reason, "/reason", command.reason(), MAX_REASON);
        return reason.isEmpty()
                ? decideOn(subjects, subject, command, now)
                : new Decision.Refused(Refusal.invalid(reason));
    }

    private static Decision decideOn(Subjects subjects, Subject subject, Command command, Instant now) {
        Intent intent = command.intent();
        if (intent instanceof Intent.Registering registering) {
            return register(subjects, registering, command);
        }
        PlanState plan = subjects.plan();
        if (intent instanceof Intent.Adjust adjust) {
            return Adjusting.decide(subjects, subject, command, adjust);
        }
        if (subject instanceof PlanState && intent instanceof Intent.TurnDay turn) {
            return Days.decide(plan, turn, now);
        }
        if (subject instanceof PlanState && intent instanceof Intent.ErasePerson erase) {
            return Erasing.decide(plan, command, erase);
        }
        if (subject instanceof FeedbackState feedback) {
            return Feedbacks.decide(feedback, intent);
        }
        if (!(subject instanceof Tracked tracked)) {
            return unknownSubject();
        }
        if (intent instanceof Intent.AssignResponsibility assign) {
            return Assigning.decide(plan.definition(), tracked, assign.responsibility());
        }
        if (intent instanceof Intent.AcknowledgeWarning acknowledge) {
            return Assigning.decide(tracked, acknowledge);
        }
        if (intent instanceof Intent.SetTarget || intent instanceof Intent.SetYearlyPlan) {
            return Targets.decide(plan.definition(), tracked, intent);
        }
        if (intent instanceof Intent.PlanMilestone || intent instanceof Intent.ReachMilestone) {
            return Milestones.decide(plan, tracked, intent, now);
        }
        return Reporting.decide(plan.definition(), tracked, command, now);
    }

    private static Decision register(Subjects subjects, Intent.Registering intent, Command command) {
        if (intent instanceof Intent.RegisterPlan register) {
            return checked(
                    DefinitionRules.errors(register.definition()), new Fact.PlanRegistered(register.definition()));
        }
        PlanDefinition plan = subjects.plan().definition();
        if (intent instanceof Intent.DefineIndicator define) {
            return checked(
                    DefinitionRules.errors(plan, define.definition()), new Fact.IndicatorDefined(define.definition()));
        }
        if (intent instanceof Intent.RegisterProject register) {
            return checked(
                    DefinitionRules.errors(plan, register.definition()),
                    new Fact.ProjectRegistered(register.definition()));
        }
        if (intent instanceof Intent.RegisterTask register) {
            return checked(
                    DefinitionRules.errors(subjects, register.definition()),
                    new Fact.TaskRegistered(register.definition()));
        }
        return intent instanceof Intent.RecordAssessment record
                ? Assessing.decide(subjects, record)
                : Feedbacks.post(subjects, command, (Intent.PostFeedback) intent);
    }

    static Decision checked(List<FieldError> errors, Fact fact) {
        return errors.isEmpty() ? Decision.accept(fact) : new Decision.Refused(Refusal.invalid(errors));
    }

    static Refusal unknownPlan() {
        return Refusal.of(Code.UNKNOWN_PLAN, "没有这个规划。", "There is no such plan.");
    }

    static Decision.Refused unknownSubject() {
        return new Decision.Refused(Refusal.of(Code.UNKNOWN_SUBJECT, "规划中没有这个对象。", "The plan has no such subject."));
    }

    static Decision adjustmentRequired() {
        return Decision.refuse(
                Code.ADJUSTMENT_REQUIRED,
                "已经确定，只能附理由和决定文号进行调整。",
                "It is settled, and changes by an adjustment only, with its reason and the decision's reference.");
    }
}
