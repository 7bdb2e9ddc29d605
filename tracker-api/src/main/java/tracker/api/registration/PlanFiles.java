package tracker.api.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tracker.api.tables.Row;
import tracker.api.tables.Table;
import tracker.api.tables.TableFault;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.api.tables.UnreadableTableException;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Intent;

/** A plan as a set of tables (CSV files, or the sheets of a workbook): what is to be registered, in an order in which it can be. */
public final class PlanFiles {
    /** The tables of a plan, and the columns of each. The first row of them all names the columns. */
    private static final Map<String, Set<String>> COLUMNS = Map.ofEntries(
            Map.entry("plan", Set.of("key", "value")),
            Map.entry("goals", Set.of("id", "name_zh", "name_en")),
            Map.entry("categories", Set.of("id", "name_zh", "name_en", "unit")),
            Map.entry("departments", Set.of("id", "name_zh", "name_en")),
            Map.entry("units", Set.of("symbol", "name_zh", "name_en")),
            Map.entry("history", Set.of("subject", "name_zh", "name_en", "unit", "year", "value")),
            Map.entry("indicators", IndicatorRows.COLUMNS),
            Map.entry("yearly_targets", Set.of("indicator", "year", "value")),
            Map.entry("projects", ProjectRows.COLUMNS),
            Map.entry("milestones", ProjectRows.MILESTONE_COLUMNS),
            Map.entry("yearly_plans", Set.of("project", "year", "investment", "measures")),
            Map.entry("tasks", Set.of("id", "kind", "name_zh", "name_en", "note_zh", "note_en", "indicators")),
            Map.entry(
                    "responsibilities",
                    Set.of("kind", "subject", "lead", "assisting", "deadline", "measures", "provisional")));

    private static final Set<String> REQUIRED =
            Set.of("plan", "goals", "categories", "departments", "units", "indicators", "projects");

    private final Map<String, Table> tables = new TreeMap<>();
    private final List<TableFault> faults = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** One thing to register, and the row that says it. */
    public record Entry(Intent.Item item, String table, int row) {}

    /** A plan's id, and all that it begins with; the first entry is the plan itself. */
    public record Contents(String plan, List<Entry> entries) {
        public Contents {
            entries = List.copyOf(entries);
        }

        public List<Intent.Item> items() {
            return entries.stream().map(Entry::item).toList();
        }
    }

    private PlanFiles(List<Table> given) {
        given.forEach(table -> tables.put(table.name(), table));
    }

    /** Everything that is wrong is named by table, row and column in an {@link UnreadableTableException}. */
    public static Contents read(List<Table> tables) {
        return new PlanFiles(tables).read();
    }

    /** The plan whose CSV files lie in a folder of the class path. */
    public static Contents ofResources(String folder) {
        List<Table> tables = new ArrayList<>();
        for (String name : COLUMNS.keySet()) {
            try (InputStream in = PlanFiles.class.getResourceAsStream(folder + "/" + name + ".csv")) {
                if (in != null) {
                    tables.addAll(Tables.read(name + ".csv", in, TableLimits.DEFAULT));
                }
            } catch (IOException cause) {
                throw new UncheckedIOException(folder, cause);
            }
        }
        return read(tables);
    }

    private Contents read() {
        checkTables();
        String plan = planId();
        requireNoFaults();
        PlanRows planRows = new PlanRows(this, plan);
        add(SubjectId.ofPlan(plan), new Intent.RegisterPlan(planRows.definition()), "plan", 2);
        Map<String, List<RowReader>> history = grouped("history", "subject");
        Map<String, List<RowReader>> yearlyTargets = grouped("yearly_targets", "indicator");
        each(
                "indicators",
                (id, row) -> add(
                        new SubjectId(plan, Kind.INDICATOR, id),
                        new Intent.DefineIndicator(IndicatorRows.definition(
                                row, history.getOrDefault(id, List.of()), yearlyTargets.getOrDefault(id, List.of()))),
                        "indicators",
                        row.number()));
        each(
                "projects",
                (id, row) -> add(
                        new SubjectId(plan, Kind.PROJECT, id),
                        new Intent.RegisterProject(ProjectRows.definition(row)),
                        "projects",
                        row.number()));
        each(
                "tasks",
                (id, row) -> add(
                        new SubjectId(plan, Kind.TASK, id),
                        new Intent.RegisterTask(ProjectRows.task(row)),
                        "tasks",
                        row.number()));
        rows("responsibilities").forEach(row -> {
            SubjectId subject = subject(plan, row.requiredLabelled(Kind.class, "kind"), row, "subject");
            if (subject != null) {
                Intent assign = new Intent.AssignResponsibility(ProjectRows.responsibility(row));
                add(subject, assign, "responsibilities", row.number());
            }
        });
        rows("milestones").forEach(row -> {
            SubjectId project = subject(plan, Kind.PROJECT, row, "project");
            if (project != null) {
                add(project, new Intent.PlanMilestone(ProjectRows.milestone(row)), "milestones", row.number());
            }
        });
        grouped("yearly_plans", "project").forEach((id, years) -> {
            SubjectId project = subject(plan, Kind.PROJECT, years.get(0), "project");
            if (project != null) {
                Intent set = new Intent.SetYearlyPlan(ProjectRows.yearlyPlan(years));
                add(project, set, "yearly_plans", years.get(0).number());
            }
        });
        requireNoFaults();
        return new Contents(plan, entries);
    }

    /** The rows of a table; none where the set has no such table. */
    List<RowReader> rows(String table) {
        Table found = tables.get(table);
        return found == null
                ? List.of()
                : found.rows().stream().map(row -> reader(table, row)).toList();
    }

    RowReader reader(String table, Row row) {
        return new RowReader(table, row, faults);
    }

    Map<String, List<RowReader>> grouped(String table, String column) {
        Map<String, List<RowReader>> groups = new LinkedHashMap<>();
        for (RowReader row : rows(table)) {
            String group = row.required(column);
            if (group != null) {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(row);
            }
        }
        return groups;
    }

    void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new UnreadableTableException(faults);
        }
    }

    private void checkTables() {
        for (String name : REQUIRED) {
            if (!tables.containsKey(name)) {
                fault(name, "missing-table", "缺少这张表。", "This table is missing.");
            }
        }
        tables.forEach((name, table) -> {
            if (!COLUMNS.containsKey(name)) {
                fault(name, "unknown-table", "不认识这张表。", "A plan has no such table.");
                return;
            }
            table.header().stream()
                    .filter(column -> !COLUMNS.get(name).contains(column))
                    .forEach(column -> faults.add(new TableFault(
                            name, 1, column, "unknown-column", new Text("不认识这一列。", "The table has no such column."))));
        });
    }

    private String planId() {
        String id = rows("plan").stream()
                .filter(row -> "id".equals(row.text("key")))
                .map(row -> row.text("value"))
                .findFirst()
                .orElse(null);
        if (id == null || !SubjectId.isSlug(id)) {
            fault("plan", "not-an-identifier", "须给出规划的 id。", "The plan's id is required.");
        }
        return id;
    }

    private void each(String table, BiConsumer<String, RowReader> each) {
        for (RowReader row : rows(table)) {
            String id = row.required("id");
            if (id != null && !SubjectId.isSlug(id)) {
                row.fault("id", "not-an-identifier", "不是合法的标识。", "It is not an identifier.");
            } else if (id != null) {
                each.accept(id, row);
            }
        }
    }

    /** Null where the row names none. */
    private static SubjectId subject(String plan, Kind kind, RowReader row, String column) {
        String id = row.required(column);
        if (kind == null || id == null) {
            return null;
        }
        if (!SubjectId.isSlug(id) || kind == Kind.PLAN) {
            row.fault(column, "not-an-identifier", "不是合法的标识。", "It is not an identifier.");
            return null;
        }
        return new SubjectId(plan, kind, id);
    }

    private void add(SubjectId subject, Intent intent, String table, int row) {
        entries.add(new Entry(new Intent.Item(entries.size(), subject, intent, null), table, row));
    }

    private void fault(String table, String code, String zh, String en) {
        faults.add(new TableFault(table, 0, null, code, new Text(zh, en)));
    }
}
