package tracker.streams.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Responsibility;

/** Whether a command is refused as things stand in the ledger, and with which code: null where it is carried out. */
final class Judge {
    private final Ledger ledger;
    private final SubjectId subject;
    private final Actor actor;
    private final Intent intent;
    private final String reason;
    private final Instant at;
    private final Sheet sheet;

    Judge(Ledger ledger, SubjectId subject, Actor actor, Intent intent, String reason, Instant at) {
        this.ledger = ledger;
        this.subject = subject;
        this.actor = actor;
        this.intent = intent;
        this.reason = reason;
        this.at = at;
        sheet = ledger.sheets.get(subject.key());
    }

    /** {@code stale}: the sender has read another version than the present one. */
    Code refuses(boolean stale) {
        boolean registers = intent instanceof Intent.Registering;
        boolean exists = sheet != null || (subject.kind() == Kind.PLAN && ledger.plan != null);
        if (ledger.plan == null && !(intent instanceof Intent.RegisterPlan)) {
            return Code.UNKNOWN_PLAN;
        }
        if (!exists && !registers) {
            return Code.UNKNOWN_SUBJECT;
        }
        if (!mayAct()) {
            return Code.NOT_YOURS;
        }
        if (stale) {
            return Code.STALE_VERSION;
        }
        if (registers) {
            boolean valid = intent instanceof Intent.DefineIndicator define
                    ? Definitions.isValid(ledger.plan, define.definition())
                    : !(intent instanceof Intent.RegisterProject register)
                            || Definitions.isValid(register.definition());
            return exists ? Code.ALREADY_REGISTERED : valid ? null : Code.INVALID;
        }
        return content();
    }

    boolean mayAct() {
        boolean turns = intent instanceof Intent.TurnDay;
        return switch (actor.role()) {
            case PLANNING_OFFICE -> !turns;
            case SYSTEM -> turns;
            case DEPARTMENT -> intent instanceof Intent.Leading && isLead();
            default -> false;
        };
    }

    private boolean isLead() {
        return actor.role() == Role.DEPARTMENT
                && sheet != null
                && sheet.responsibility != null
                && sheet.responsibility.lead().equals(actor.department());
    }

    private Code content() {
        if (intent instanceof Intent.TurnDay turn) {
            return subject.kind() == Kind.PLAN ? day(turn.day()) : Code.UNKNOWN_SUBJECT;
        }
        if (intent instanceof Intent.Adjust adjust) {
            return Definitions.refuses(ledger, sheet, adjust, reason);
        }
        if (intent instanceof Intent.AssignResponsibility assign) {
            return assign(assign.responsibility());
        }
        if (intent instanceof Intent.AcknowledgeWarning seen) {
            return Alarms.of(ledger, sheet).containsKey(seen.rule()) ? null : Code.WARNING_NOT_OPEN;
        }
        if (intent instanceof Intent.SetTarget set) {
            return sheet.indicator == null ? Code.UNKNOWN_SUBJECT : target(set);
        }
        if (intent instanceof Intent.RetractReport retract) {
            return isBlank(reason)
                    ? Code.INVALID
                    : sheet.inForce(retract.period()) == null ? Code.PERIOD_NOT_REPORTED : null;
        }
        if (intent instanceof Intent.ReportProgress sent) {
            return report(sent.report(), false);
        }
        if (intent instanceof Intent.CorrectReport sent) {
            return report(sent.report(), true);
        }
        return sheet.project == null ? Code.UNKNOWN_SUBJECT : project();
    }

    /** From the plan's registration on, forward only, and never before the day has come. */
    private Code day(LocalDate day) {
        if (ledger.day != null && !day.isAfter(ledger.day)) {
            return Code.DAY_ALREADY_TURNED;
        }
        boolean early = ledger.day == null && day.isBefore(ledger.dayOf(ledger.planChanged));
        return early || day.isAfter(ledger.dayOf(at)) ? Code.INVALID : null;
    }

    private Code assign(Responsibility next) {
        Responsibility now = sheet.responsibility;
        if (!ledger.plan.hasDepartment(next.lead())) {
            return Code.INVALID;
        }
        return now == null || now.provisional() || now.equals(next) ? null : Code.ADJUSTMENT_REQUIRED;
    }

    /** A target is assigned where there is none; or years are given targets that have none. All else is adjusted. */
    private Code target(Intent.SetTarget set) {
        IndicatorDefinition now = sheet.indicator;
        Measure measure = measure(now, set);
        if (now.target() == null) {
            boolean complete = set.target() != null
                    && List.of(Measure.LEVEL, Measure.MAINTAIN).contains(measure);
            return complete && Definitions.isValid(ledger.plan, sheet.targeted(set)) ? null : Code.INVALID;
        }
        if (!Definitions.isValid(ledger.plan, sheet.targeted(set))) {
            return Code.INVALID;
        }
        boolean other = measure != now.measure()
                || (set.target() != null && set.target().compareTo(now.target()) != 0)
                || (set.targetHigh() != null
                        && (now.targetHigh() == null || set.targetHigh().compareTo(now.targetHigh()) != 0));
        boolean firstYears =
                now.yearlyTargets().isEmpty() && !set.yearlyTargets().isEmpty();
        return !other && firstYears ? null : Code.ADJUSTMENT_REQUIRED;
    }

    /** A delegated indicator becomes a level unless its assignment says otherwise. */
    static Measure measure(IndicatorDefinition now, Intent.SetTarget set) {
        Measure kept = now.measure() == Measure.DELEGATED ? Measure.LEVEL : now.measure();
        return set.measure() == null ? kept : set.measure();
    }

    private Code report(Report sent, boolean corrects) {
        Report report = sheet.inUnit(sent);
        boolean ofIndicator = report instanceof Report.OfIndicator && sheet.indicator != null;
        boolean ofProject = report instanceof Report.OfProject && sheet.project != null;
        boolean ofTask = report instanceof Report.OfTask && sheet.task != null;
        if (!ofIndicator && !ofProject && !ofTask) {
            return Code.UNKNOWN_SUBJECT;
        }
        if (!Content.isValid(ledger, sheet, report, ledger.dayOf(at)) || (corrects && isBlank(reason))) {
            return Code.INVALID;
        }
        boolean reported = sheet.inForce(report.period()) != null;
        if (corrects) {
            return reported ? null : Code.PERIOD_NOT_REPORTED;
        }
        return reported ? Code.PERIOD_ALREADY_REPORTED : null;
    }

    private Code project() {
        if (intent instanceof Intent.SetYearlyPlan set) {
            return !Definitions.areYears(ledger.plan, set.years())
                    ? Code.INVALID
                    : sheet.years.isEmpty() ? null : Code.ADJUSTMENT_REQUIRED;
        }
        if (intent instanceof Intent.PlanMilestone planned) {
            return sheet.milestones.containsKey(planned.milestone().id()) ? Code.ADJUSTMENT_REQUIRED : null;
        }
        Intent.ReachMilestone reach = (Intent.ReachMilestone) intent;
        if (!sheet.milestones.containsKey(reach.milestone())) {
            return Code.UNKNOWN_SUBJECT;
        }
        if (sheet.reached.containsKey(reach.milestone())) {
            return Code.MILESTONE_REACHED;
        }
        boolean ahead = reach.reachedOn().isAfter(ledger.dayOf(at));
        return ahead || !Content.isProof(reach.evidence()) ? Code.INVALID : null;
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
