package tracker.api.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import tracker.api.registration.RowReader;
import tracker.api.tables.Row;
import tracker.api.tables.Table;
import tracker.api.tables.TableFault;
import tracker.api.tables.UnreadableTableException;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Figures;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.view.PlanSnapshot;

/** Reads a sheet of reports. What depends on the state of a subject is the domain's to judge, not read here. */
final class ReportSheet {
    private final Map<String, Tracked> subjects;
    private final List<TableFault> faults = new ArrayList<>();
    private final List<Intent.Item> items = new ArrayList<>();

    /** What the rows want; {@code faults} are those of the rows that say nothing that could be wanted. */
    record Contents(List<Intent.Item> items, List<TableFault> faults) {}

    private ReportSheet(PlanSnapshot snapshot) {
        subjects = snapshot.tracked()
                .collect(
                        Collectors.toMap(subject -> subject.head().id().id(), subject -> subject, (one, other) -> one));
    }

    /** The sheet of reports among {@code tables}: the one of that name, or the only one. {@code read} is told each row's number. */
    static Contents read(List<Table> tables, PlanSnapshot snapshot, IntConsumer read) {
        Table table = tables.size() == 1
                ? tables.get(0)
                : tables.stream()
                        .filter(one -> one.name().equals(ReportColumns.TABLE))
                        .findFirst()
                        .orElseThrow(() ->
                                fault(ReportColumns.TABLE, null, "missing-table", "缺少这张表。", "This table is missing."));
        for (String column : table.header()) {
            if (!ReportColumns.ALL.contains(column)) {
                throw fault(table.name(), column, "unknown-column", "不认识这一列。", "The table has no such column.");
            }
        }
        ReportSheet sheet = new ReportSheet(snapshot);
        for (Row row : table.rows()) {
            sheet.read(table.name(), row);
            read.accept(row.number());
        }
        return new Contents(List.copyOf(sheet.items), List.copyOf(sheet.faults));
    }

    private void read(String table, Row row) {
        if (ReportColumns.INPUT.stream().allMatch(column -> row.cell(column) == null)) {
            return;
        }
        List<TableFault> ofRow = new ArrayList<>();
        RowReader reader = new RowReader(table, row, ofRow);
        Tracked subject = subject(reader);
        reader.required(ReportColumns.PERIOD);
        Period period = reader.parse(
                ReportColumns.PERIOD,
                Period::of,
                "unknown-period",
                "时期须形如 2022、2022-H1、2022-Q3 或 2022-07。",
                "A period is written 2022, 2022-H1, 2022-Q3 or 2022-07.");
        Report report = subject == null ? null : report(reader, subject, period);
        if (!ofRow.isEmpty()) {
            faults.addAll(ofRow);
            return;
        }
        SubjectId id = subject.head().id();
        String reason = reader.text(ReportColumns.REASON);
        items.add(new Intent.Item(row.number(), id, new Intent.ReportProgress(report), reason));
    }

    /** By id alone, or as kind/id; null where there is none. */
    private Tracked subject(RowReader row) {
        String name = row.required(ReportColumns.SUBJECT);
        if (name == null) {
            return null;
        }
        Tracked subject = subjects.get(name.substring(name.indexOf('/') + 1));
        boolean ofKind = subject != null
                && (name.indexOf('/') < 0
                        || name.startsWith(subject.head().id().kind().label() + "/"));
        if (!ofKind) {
            row.fault(ReportColumns.SUBJECT, "unknown-subject", "规划中没有这个对象。", "The plan has no such subject.");
            return null;
        }
        return subject;
    }

    private static Report report(RowReader row, Subject subject, Period period) {
        String note = row.text(ReportColumns.NOTE);
        List<Evidence> evidence = evidence(row);
        if (subject instanceof IndicatorState) {
            forbid(row, ReportColumns.INVESTED, ReportColumns.PERCENT);
            ObservationStatus status = row.parse(
                    ReportColumns.STATUS,
                    ObservationStatus::valueOf,
                    "unknown-status",
                    "状态须为 A、P、E、F、M 或 B。",
                    "The status is one of A, P, E, F, M and B.");
            String unit = row.required(ReportColumns.UNIT);
            return new Report.OfIndicator(
                    period,
                    figure(row, ReportColumns.VALUE, "%".equals(unit)),
                    unit,
                    status == null ? ObservationStatus.A : status,
                    note,
                    evidence);
        }
        forbid(row, ReportColumns.VALUE);
        if (subject instanceof ProjectState) {
            return new Report.OfProject(
                    period,
                    figure(row, ReportColumns.INVESTED, false),
                    row.text(ReportColumns.UNIT),
                    figure(row, ReportColumns.PERCENT, true),
                    row.labelled(ProjectStatus.class, ReportColumns.STATUS),
                    note,
                    evidence);
        }
        forbid(row, ReportColumns.INVESTED, ReportColumns.PERCENT);
        return new Report.OfTask(period, row.requiredLabelled(TaskStatus.class, ReportColumns.STATUS), note, evidence);
    }

    /** In a cell that is formatted as a percentage, 27.5 % is what a person sees and means. */
    private static BigDecimal figure(RowReader row, String column, boolean percent) {
        String text = row.text(column);
        if (!percent || text == null || !text.endsWith("%")) {
            return row.decimal(column);
        }
        Optional<BigDecimal> value =
                Figures.parse(text.substring(0, text.length() - 1).strip());
        if (value.isEmpty()) {
            row.fault(column, "not-a-number", "不是数字。", "It is not a number.");
        }
        return value.orElse(null);
    }

    private static List<Evidence> evidence(RowReader row) {
        String name = row.text(ReportColumns.EVIDENCE_NAME);
        String uri = row.text(ReportColumns.EVIDENCE_URI);
        String hash = row.text(ReportColumns.EVIDENCE_HASH);
        return name == null && uri == null && hash == null ? List.of() : List.of(new Evidence(name, uri, hash));
    }

    private static void forbid(RowReader row, String... columns) {
        for (String column : columns) {
            if (row.text(column) != null) {
                row.fault(column, "not-allowed", "此类对象不填这一列。", "This kind of subject has no such figure.");
            }
        }
    }

    private static UnreadableTableException fault(String table, String column, String code, String zh, String en) {
        return new UnreadableTableException(List.of(new TableFault(table, 1, column, code, new Text(zh, en))));
    }
}
