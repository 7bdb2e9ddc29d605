package tracker.api.registration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tracker.api.tables.Row;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.PastSeries;
import tracker.streams.domain.plan.PastValue;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.plan.WarningRule;

/** The plan itself: the table of its settings, which is read across instead of down, and the short tables of what it names. */
final class PlanRows {
    private static final Set<String> KEYS = Set.of(
            "id",
            "name_zh",
            "name_en",
            "start",
            "end",
            "time_zone",
            "simulated",
            "expected_line",
            "threshold_on_track",
            "threshold_at_risk",
            "threshold_off_track",
            "warning_rules",
            "jump_multiple",
            "targets_due",
            "evidence_for",
            "project_frequency",
            "project_allowance_days",
            "published");

    private final PlanFiles files;
    private final RowReader settings;

    PlanRows(PlanFiles files, String plan) {
        this.files = files;
        Map<String, String> cells = new LinkedHashMap<>();
        for (RowReader row : files.rows("plan")) {
            String key = row.required("key");
            if (key != null && !KEYS.contains(key)) {
                row.fault("key", "unknown-key", "没有这个设置。", "There is no such setting.");
            } else if (key != null && row.text("value") != null && cells.put(key, row.text("value")) != null) {
                row.fault("key", "repeated", "重复。", "It stands there twice.");
            }
        }
        cells.put("id", plan);
        settings = files.reader("plan", new Row(1, cells));
    }

    PlanDefinition definition() {
        Text name = settings.bilingual("name");
        var start = settings.required("start") == null ? null : settings.date("start");
        var end = settings.required("end") == null ? null : settings.date("end");
        var zone = settings.required("time_zone") == null ? null : settings.zone("time_zone");
        ExpectedLine line = settings.labelled(ExpectedLine.class, "expected_line");
        Thresholds thresholds = thresholds();
        Supervision supervision = supervision();
        List<Goal> goals = files.rows("goals").stream()
                .map(row -> new Goal(row.required("id"), row.bilingual("name")))
                .toList();
        List<Category> categories = files.rows("categories").stream()
                .map(row -> new Category(row.required("id"), row.bilingual("name"), row.required("unit")))
                .toList();
        List<Department> departments = files.rows("departments").stream()
                .map(row -> new Department(row.required("id"), row.bilingual("name")))
                .toList();
        List<Unit> units = files.rows("units").stream()
                .map(row -> new Unit(row.required("symbol"), row.bilingual("name")))
                .toList();
        List<PastSeries> history = history();
        if (start != null && end != null && !start.isBefore(end)) {
            settings.fault("end", "out-of-bounds", "结束须晚于开始。", "It ends after it starts.");
        }
        files.requireNoFaults();
        return new PlanDefinition(
                name,
                start,
                end,
                zone,
                settings.flag("simulated"),
                line == null ? ExpectedLine.LINEAR : line,
                thresholds,
                goals,
                categories,
                departments,
                units,
                history,
                supervision);
    }

    private Thresholds thresholds() {
        BigDecimal onTrack = settings.requiredDecimal("threshold_on_track");
        BigDecimal atRisk = settings.requiredDecimal("threshold_at_risk");
        BigDecimal offTrack = settings.requiredDecimal("threshold_off_track");
        if (onTrack == null || atRisk == null || offTrack == null) {
            return null;
        }
        if (onTrack.compareTo(atRisk) < 0 || atRisk.compareTo(offTrack) < 0) {
            settings.fault("threshold_at_risk", "out-of-bounds", "阈值须递减。", "Thresholds descend.");
            return null;
        }
        return new Thresholds(onTrack, atRisk, offTrack);
    }

    private Supervision supervision() {
        Set<WarningRule> rules = settings.parse(
                "warning_rules",
                text -> settings.list("warning_rules").stream()
                        .map(label -> Labelled.of(WarningRule.class, label))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WarningRule.class))),
                "unknown-word",
                "没有这个预警规则。",
                "There is no such warning rule.");
        BigDecimal jump = settings.decimal("jump_multiple");
        return new Supervision(
                rules == null ? Supervision.DEFAULT.rules() : new TreeSet<>(rules),
                jump == null ? Supervision.DEFAULT.jumpMultiple() : jump,
                settings.date("targets_due"),
                new TreeSet<>(settings.list("evidence_for")),
                settings.labelled(Frequency.class, "project_frequency"),
                settings.integer("project_allowance_days", 0),
                new TreeSet<>(settings.list("published")));
    }

    /** Series from before the plan that no indicator continues. */
    private List<PastSeries> history() {
        Map<String, List<RowReader>> bySubject = new TreeMap<>(files.grouped("history", "subject"));
        files.rows("indicators").forEach(row -> bySubject.remove(row.text("id")));
        List<PastSeries> series = new ArrayList<>();
        bySubject.forEach((id, rows) -> series.add(
                new PastSeries(id, rows.get(0).bilingual("name"), rows.get(0).required("unit"), past(rows))));
        return series;
    }

    static List<PastValue> past(List<RowReader> rows) {
        return rows.stream()
                .map(row -> new PastValue(row.integer("year", 0), row.requiredDecimal("value")))
                .toList();
    }
}
