package tracker.streams.domain.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import tracker.streams.domain.Period;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.IndicatorState;
import tracker.streams.domain.state.Subject.ProjectState;

/** Reports, their corrections and their retractions: a period is reported once, then corrected or taken back, with a reason. */
final class Reporting {
    private Reporting() {}

    static Decision decide(PlanDefinition plan, Subject subject, Command command, Instant now) {
        SortedMap<Period, ? extends InForce<?>> reports = reports(subject);
        if (reports == null) {
            return noReports();
        }
        Intent intent = command.intent();
        if (intent instanceof Intent.RetractReport retract) {
            List<FieldError> errors = ReportRules.reasonErrors(command.reason());
            InForce<?> inForce = reports.get(retract.period());
            return errors.isEmpty() && inForce == null
                    ? notReported(retract.period())
                    : Decider.checked(
                            errors,
                            inForce == null ? null : new Fact.ReportRetracted(retract.period(), inForce.eventId()));
        }
        boolean correction = intent instanceof Intent.CorrectReport;
        Report sent = correction ? ((Intent.CorrectReport) intent).report() : ((Intent.ReportProgress) intent).report();
        Report report = inUnit(subject, sent);
        List<FieldError> errors = errors(plan, subject, report, LocalDate.ofInstant(now, plan.timeZone()));
        if (errors == null) {
            return noReports();
        }
        if (correction) {
            errors.addAll(ReportRules.reasonErrors(command.reason()));
        }
        if (!errors.isEmpty()) {
            return new Decision.Refused(Refusal.invalid(errors));
        }
        InForce<?> inForce = reports.get(report.period());
        if (correction) {
            return inForce == null
                    ? notReported(report.period())
                    : Decision.accept(new Fact.ReportCorrected(report, inForce.eventId()));
        }
        return inForce == null ? Decision.accept(new Fact.ProgressReported(report)) : reportedAlready(report.period());
    }

    private static SortedMap<Period, ? extends InForce<?>> reports(Subject subject) {
        if (subject instanceof IndicatorState indicator) {
            return indicator.reports();
        }
        return subject instanceof ProjectState project ? project.reports() : null;
    }

    private static Report inUnit(Subject subject, Report report) {
        return subject instanceof ProjectState project && report instanceof Report.OfProject of
                ? of.inUnit(project.definition().unit())
                : report;
    }

    /** Null where the report is not of the subject's kind. */
    private static List<FieldError> errors(PlanDefinition plan, Subject subject, Report report, LocalDate today) {
        if (subject instanceof IndicatorState indicator && report instanceof Report.OfIndicator of) {
            return new ArrayList<>(ReportRules.errors(plan, indicator.definition(), of, today));
        }
        return subject instanceof ProjectState project && report instanceof Report.OfProject of
                ? new ArrayList<>(ReportRules.errors(plan, project, of, today))
                : null;
    }

    private static Decision noReports() {
        return Decision.refuse(Code.UNKNOWN_SUBJECT, "这类对象不接受进展报告。", "This kind of subject takes no progress reports.");
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
