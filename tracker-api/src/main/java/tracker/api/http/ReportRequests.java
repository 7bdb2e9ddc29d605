package tracker.api.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;

/** From the JSON of a report to the report. What depends on the plan or the subject's state is the domain's to judge. */
final class ReportRequests {
    private ReportRequests() {}

    /** A report with the reason that a correction gives; the reason is null where the JSON has none. */
    record Reasoned(Report report, String reason) {}

    static Report report(Kind kind, byte[] json) {
        RequestBody body = RequestBody.parse(json);
        return body.finished(report(kind, body));
    }

    /** One that may stand beside others: whoever reads those too says when it is finished. */
    static Report report(Kind kind, RequestBody body) {
        return report(kind, body, period(body));
    }

    /** The period is the path's: the body need not repeat it, and may not contradict it. */
    static Reasoned correction(Kind kind, Period period, byte[] json) {
        RequestBody body = RequestBody.parse(json);
        String repeated = body.text("period");
        if (repeated != null && !repeated.equals(period.toString())) {
            body.error("period", "not-the-path", "时期与路径不符。", "The period is not that of the path.");
        }
        Report report = report(kind, body, period);
        String reason = body.requiredText("reason");
        return new Reasoned(body.finished(report), reason);
    }

    /** The reason for taking a report back. */
    static String retraction(byte[] json) {
        RequestBody body = RequestBody.parse(json);
        return body.finished(body.requiredText("reason"));
    }

    private static Report report(Kind kind, RequestBody body, Period period) {
        if (kind == Kind.INDICATOR) {
            BigDecimal value = body.decimal("value");
            String unit = body.requiredText("unit");
            return new Report.OfIndicator(
                    period, value, unit, observationStatus(body), body.text("note"), evidence(body));
        }
        if (kind == Kind.TASK) {
            return new Report.OfTask(
                    period, body.requiredLabelled("status", TaskStatus.class), body.text("note"), evidence(body));
        }
        BigDecimal invested = body.decimal("invested");
        BigDecimal percentComplete = body.decimal("percentComplete");
        // A project has one unit only: it need not be said.
        return new Report.OfProject(
                period,
                invested,
                body.text("unit"),
                percentComplete,
                projectStatus(body),
                body.text("note"),
                evidence(body));
    }

    private static Period period(RequestBody body) {
        String text = body.requiredText("period");
        Optional<Period> period = text == null ? Optional.empty() : Period.parse(text);
        if (text != null && period.isEmpty()) {
            body.error(
                    "period",
                    "unknown-period",
                    "时期须形如 2022、2022-H1、2022-Q3 或 2022-07。",
                    "A period is written 2022, 2022-H1, 2022-Q3 or 2022-07.");
        }
        return period.orElse(null);
    }

    private static ObservationStatus observationStatus(RequestBody body) {
        String text = body.text("status");
        if (text == null) {
            return ObservationStatus.A;
        }
        for (ObservationStatus status : ObservationStatus.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        body.error("status", "unknown-status", "状态须为 A、P、E、F、M 或 B。", "The status is one of A, P, E, F, M and B.");
        return null;
    }

    private static ProjectStatus projectStatus(RequestBody body) {
        String text = body.text("status");
        Optional<ProjectStatus> status = text == null ? Optional.empty() : Labelled.find(ProjectStatus.class, text);
        if (text != null && status.isEmpty()) {
            body.error("status", "unknown-status", "没有这个项目状态。", "There is no such project status.");
        }
        return status.orElse(null);
    }

    static List<Evidence> evidence(RequestBody body) {
        return body.objects("evidence").stream()
                .map(one -> {
                    Evidence evidence = new Evidence(one.text("name"), one.text("uri"), one.text("sha256"));
                    one.requireNothingElse();
                    return evidence;
                })
                .toList();
    }
}
