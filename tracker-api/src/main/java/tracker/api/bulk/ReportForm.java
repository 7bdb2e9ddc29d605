package tracker.api.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tracker.api.tables.SheetColumn;
import tracker.api.tables.XlsxSheet;
import tracker.api.tables.XlsxWriter;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.view.PlanSnapshot;

/** The sheet that a department fills in and sends back: a row for each subject that it leads, with what is known already. */
final class ReportForm {
    private static final List<Text> HELP = List.of(
            new Text(
                    "请只填写未锁定的单元格；锁定的单元格说明对象、时期和单位。",
                    "Fill in the cells that are not locked; the locked ones say subject, period and unit."),
            new Text(
                    "指标填 value；项目填 invested（累计投资）、percentComplete（0 至 100）或 status；任务填 status。",
                    "Indicators: value. Projects: invested (to date), percentComplete (0 to 100) or status. Tasks: status."),
            new Text(
                    "指标的 status 为观测状态：A 正常，P 暂定，E 估计，F 预测，M 缺失，B 口径变化。",
                    "An indicator's status: A normal, P provisional, E estimated, F forecast, M missing, B break in series."),
            new Text(
                    "更正已报数据须在 reason 中说明理由；未填写的行不会提交。",
                    "To correct what was reported, say why in reason. Rows that are left empty are not sent."),
            new Text("证明材料须附 SHA-256（64 位小写十六进制）。", "Evidence needs its SHA-256: 64 lower-case hexadecimal digits."));

    private ReportForm() {}

    /** A workbook; {@code department} null: every subject of the plan. */
    static byte[] write(PlanSnapshot snapshot, String department, Period period) {
        List<List<Object>> rows = new ArrayList<>();
        snapshot.tracked()
                .filter(subject -> department == null || leads(department, subject))
                .forEach(subject -> rows.add(row(subject, period)));
        return XlsxWriter.write(List.of(new XlsxSheet(ReportColumns.TABLE, columns(), rows)), HELP);
    }

    private static boolean leads(String department, Tracked subject) {
        return subject.responsibility() != null
                && Objects.equals(department, subject.responsibility().lead());
    }

    private static List<SheetColumn> columns() {
        List<String> statuses = Stream.of(
                        Arrays.stream(ObservationStatus.values()).map(Enum::name),
                        Arrays.stream(ProjectStatus.values()).map(Labelled::label),
                        Arrays.stream(TaskStatus.values()).map(Labelled::label))
                .flatMap(words -> words)
                .distinct()
                .toList();
        return List.of(
                SheetColumn.locked(ReportColumns.SUBJECT, 24),
                SheetColumn.locked(ReportColumns.NAME, 44),
                SheetColumn.locked(ReportColumns.PERIOD, 10),
                SheetColumn.locked(ReportColumns.UNIT, 12),
                SheetColumn.number(ReportColumns.VALUE, 16),
                SheetColumn.number(ReportColumns.INVESTED, 14),
                SheetColumn.number(ReportColumns.PERCENT, 16),
                SheetColumn.choice(ReportColumns.STATUS, 16, statuses),
                SheetColumn.text(ReportColumns.NOTE, 40),
                SheetColumn.text(ReportColumns.REASON, 30),
                SheetColumn.text(ReportColumns.EVIDENCE_NAME, 24),
                SheetColumn.text(ReportColumns.EVIDENCE_URI, 30),
                SheetColumn.text(ReportColumns.EVIDENCE_HASH, 66));
    }

    private static List<Object> row(Tracked subject, Period period) {
        InForce<?> inForce = subject.reports().get(period);
        Report report = inForce == null ? null : inForce.report();
        BigDecimal value = null;
        BigDecimal invested = null;
        BigDecimal percent = null;
        String status = null;
        if (report instanceof Report.OfIndicator of) {
            value = of.value();
            status = of.status().name();
        } else if (report instanceof Report.OfProject of) {
            invested = of.invested();
            percent = of.percentComplete();
            status = of.status() == null ? null : of.status().label();
        } else if (report instanceof Report.OfTask of) {
            status = of.status().label();
        }
        var evidence = report == null || report.evidence().isEmpty()
                ? null
                : report.evidence().get(0);
        return Arrays.asList(
                subject.head().id().name(),
                subject.name().zh(),
                period.toString(),
                unit(subject),
                value,
                invested,
                percent,
                status,
                report == null ? null : report.note(),
                null,
                evidence == null ? null : evidence.name(),
                evidence == null ? null : evidence.uri(),
                evidence == null ? null : evidence.sha256());
    }

    private static String unit(Tracked subject) {
        if (subject instanceof IndicatorState indicator) {
            return indicator.definition().unit();
        }
        return subject instanceof ProjectState project ? project.definition().unit() : null;
    }
}
