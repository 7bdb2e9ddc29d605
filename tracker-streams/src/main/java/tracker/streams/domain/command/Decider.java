package tracker.streams.domain.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tracker.streams.domain.Role;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;

/** decide: what a command means for a subject as it stands. Changes nothing. */
public final class Decider {
    private static final int MAX_REASON = 1000;

    private Decider() {}

    /**
     * {@code plan} and {@code subject} are null where they do not exist; {@code now} is the moment at which the command was recorded.
     * Rights are checked before the version, so that a refused caller learns nothing of the state.
     */
    public static Decision decide(PlanState plan, Subject subject, Command command, Instant now) {
        Intent intent = command.intent();
        boolean registers = intent instanceof Intent.RegisterPlan
                || intent instanceof Intent.DefineIndicator
                || intent instanceof Intent.RegisterProject
                || intent instanceof Intent.RegisterTask;
        if (plan == null && !(intent instanceof Intent.RegisterPlan)) {
            return Decision.refuse(Code.UNKNOWN_PLAN, "没有这个规划。", "There is no such plan.");
        }
        if (subject == null && !registers) {
            return Decision.refuse(Code.UNKNOWN_SUBJECT, "规划中没有这个对象。", "The plan has no such subject.");
        }
        if (!mayAct(subject, command)) {
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
        return decideOn(plan, subject, command, now);
    }

    private static boolean mayAct(Subject subject, Command command) {
        Role role = command.actor().role();
        if (role == Role.PLANNING_OFFICE) {
            return true;
        }
        return role == Role.DEPARTMENT
                && isReporting(command.intent())
                && subject.responsibility() != null
                && Objects.equals(
                        subject.responsibility().lead(), command.actor().department());
    }

    private static boolean isReporting(Intent intent) {
        return intent instanceof Intent.ReportProgress
                || intent instanceof Intent.CorrectReport
                || intent instanceof Intent.RetractReport;
    }

    private static Decision decideOn(PlanState plan, Subject subject, Command command, Instant now) {
        List<FieldError> reason = new ArrayList<>();
        Texts.check(reason, "/reason", command.reason(), MAX_REASON);
        if (!reason.isEmpty()) {
            return new Decision.Refused(Refusal.invalid(reason));
        }
        Intent intent = command.intent();
        if (intent instanceof Intent.RegisterPlan register) {
            return Decision.accept(new Fact.PlanRegistered(register.definition()));
        }
        PlanDefinition definition = plan.definition();
        if (intent instanceof Intent.DefineIndicator define) {
            return checked(
                    DefinitionRules.errors(definition, define.definition()),
                    new Fact.IndicatorDefined(define.definition()));
        }
        if (intent instanceof Intent.RegisterProject register) {
            return checked(
                    DefinitionRules.errors(definition, register.definition()),
                    new Fact.ProjectRegistered(register.definition()));
        }
        if (intent instanceof Intent.RegisterTask register) {
            return Decision.accept(new Fact.TaskRegistered(register.definition()));
        }
        if (intent instanceof Intent.AssignResponsibility assign) {
            return checked(
                    DefinitionRules.errors(definition, assign.responsibility()),
                    new Fact.ResponsibilityAssigned(assign.responsibility()));
        }
        if (isReporting(intent)) {
            return Reporting.decide(definition, subject, command, now);
        }
        throw new IllegalStateException("no rule for " + intent);
    }

    static Decision checked(List<FieldError> errors, Fact fact) {
        return errors.isEmpty() ? Decision.accept(fact) : new Decision.Refused(Refusal.invalid(errors));
    }
}
