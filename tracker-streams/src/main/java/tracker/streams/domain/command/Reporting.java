package tracker.streams.domain.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Period;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.state.Tracked.TaskState;

/** Reports, their corrections and their retractions: a period is reported once, then corrected or taken back, with a reason. */
final class Reporting {
    private Reporting() {}

    /** Whether a command reports what is in force for its period already. */
    static boolean saysNothingNew(Subjects subjects, Command command) {
        if (!(command.intent() instanceof Intent.ReportProgress sent)
                || !(subjects.find(command.subject()) instanceof Tracked subject)) {
            return false;
        }
        InForce<?> inForce = subject.reports().get(sent.report().period());
        return inForce != null && inForce.report().equals(inUnit(subject, sent.report()));
    }

    /** An item that reports, and says why, corrects what is in force for its period already. */
    static Intent.Item correcting(Subjects subjects, Intent.Item item) {
        boolean corrects = item.reason() != null
                && item.intent() instanceof Intent.ReportProgress sent
                && subjects.find(item.subject()) instanceof Tracked subject
                && subject.reports().containsKey(sent.report().period());
        return corrects
                ? new Intent.Item(
                        item.row(),
                        item.subject(),
                        new Intent.CorrectReport(((Intent.ReportProgress) item.intent()).report()),
                        item.reason())
                : item;
    }

    static Decision decide(PlanDefinition plan, Tracked subject, Command command, Instant now) {
        if (command.intent() instanceof Intent.RetractReport retract) {
            return retract(subject, command, retract.period());
        }
        if (command.intent() instanceof Intent.CorrectReport correct) {
            return report(plan, subject, command, now, correct.report(), true);
        }
        return command.intent() instanceof Intent.ReportProgress sent
                ? report(plan, subject, command, now, sent.report(), false)
                : Decider.unknownSubject();
    }

    private static Decision report(
            PlanDefinition plan, Tracked subject, Command command, Instant now, Report sent, boolean correction) {
        Report report = inUnit(subject, sent);
        List<FieldError> errors = errors(plan, subject, report, LocalDate.ofInstant(now, plan.timeZone()));
        if (errors == null) {
            return Decision.refuse(Code.UNKNOWN_SUBJECT, "这类对象不接受这样的报告。", "This kind of subject takes no such report.");
        }
        if (correction) {
            errors.addAll(ReportRules.reasonErrors(command.reason()));
        }
        if (!errors.isEmpty()) {
            return new Decision.Refused(Refusal.invalid(errors));
        }
        InForce<?> inForce = subject.reports().get(report.period());
        if (correction) {
            return inForce == null
                    ? notReported(report.period())
                    : Decision.accept(new Fact.ReportCorrected(report, inForce.eventId()));
        }
        return inForce == null ? Decision.accept(new Fact.ProgressReported(report)) : reportedAlready(report.period());
    }

    private static Decision retract(Tracked subject, Command command, Period period) {
        List<FieldError> errors = ReportRules.reasonErrors(command.reason());
        if (!errors.isEmpty()) {
            return new Decision.Refused(Refusal.invalid(errors));
        }
        InForce<?> inForce = subject.reports().get(period);
        return inForce == null
                ? notReported(period)
                : Decision.accept(new Fact.ReportRetracted(period, inForce.eventId()));
    }

    private static Report inUnit(Tracked subject, Report report) {
        return subject instanceof ProjectState project && report instanceof Report.OfProject of
                ? of.inUnit(project.definition().unit())
                : report;
    }

    /** Null where the report is not of the subject's kind. */
    private static List<FieldError> errors(PlanDefinition plan, Tracked subject, Report report, LocalDate today) {
        if (subject instanceof IndicatorState indicator && report instanceof Report.OfIndicator of) {
            return new ArrayList<>(ReportRules.errors(plan, indicator.definition(), of, today));
        }
        if (subject instanceof TaskState task && report instanceof Report.OfTask of) {
            return new ArrayList<>(ReportRules.errors(plan, task, of, today));
        }
        return subject instanceof ProjectState project && report instanceof Report.OfProject of
                ? new ArrayList<>(ReportRules.errors(plan, project, of, today))
                : null;
    }

    private static Decision reportedAlready(Period period) {
        return Decision.refuse(
                Code.PERIOD_ALREADY_REPORTED,
                period + " 已有报告，请提交更正。",
                period + " is reported already; post a correction.");
    }

    private static Decision notReported(Period period) {
        return Decision.refuse(
                Code.PERIOD_NOT_REPORTED, period + " 没有有效的报告。", "No report is in force for " + period + ".");
    }
}
