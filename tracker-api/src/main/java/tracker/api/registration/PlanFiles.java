package tracker.api.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PastSeries;
import tracker.streams.domain.plan.PastValue;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;

/** A plan as a set of CSV files on the class path: what is to be registered, in an order in which it can be. */
final class PlanFiles {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private final String folder;

    /** One thing to register or assign. */
    record Entry(SubjectId subject, Intent intent) {}

    PlanFiles(String folder) {
        this.folder = folder;
    }

    List<Entry> entries() {
        Map<String, String> plan =
                rows("plan.csv").stream().collect(Collectors.toMap(row -> row.get("key"), row -> row.get("value")));
        String id = plan.get("id");
        Map<String, List<CSVRecord>> history = rows("history.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("subject"), LinkedHashMap::new, Collectors.toList()));
        List<CSVRecord> indicators = rows("indicators.csv");
        List<String> indicatorIds =
                indicators.stream().map(row -> row.get("id")).toList();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(SubjectId.ofPlan(id), new Intent.RegisterPlan(plan(plan, history, indicatorIds))));
        indicators.forEach(row -> entries.add(new Entry(
                new SubjectId(id, Kind.INDICATOR, row.get("id")),
                new Intent.DefineIndicator(indicator(row, history.getOrDefault(row.get("id"), List.of()))))));
        rows("projects.csv")
                .forEach(row -> entries.add(new Entry(
                        new SubjectId(id, Kind.PROJECT, row.get("id")), new Intent.RegisterProject(project(row)))));
        rows("tasks.csv")
                .forEach(row -> entries.add(new Entry(
                        new SubjectId(id, Kind.TASK, row.get("id")),
                        new Intent.RegisterTask(new TaskDefinition(
                                Labelled.of(TaskKind.class, row.get("kind")),
                                text(row, "name"),
                                row.get("note_zh") == null ? null : text(row, "note"))))));
        rows("responsibilities.csv")
                .forEach(row -> entries.add(new Entry(
                        new SubjectId(id, Labelled.of(Kind.class, row.get("kind")), row.get("subject")),
                        new Intent.AssignResponsibility(responsibility(row)))));
        return entries;
    }

    private PlanDefinition plan(
            Map<String, String> plan, Map<String, List<CSVRecord>> history, List<String> indicatorIds) {
        return new PlanDefinition(
                new Text(plan.get("name_zh"), plan.get("name_en")),
                LocalDate.parse(plan.get("start")),
                LocalDate.parse(plan.get("end")),
                ZoneId.of(plan.get("time_zone")),
                Boolean.parseBoolean(plan.get("simulated")),
                Labelled.of(ExpectedLine.class, plan.get("expected_line")),
                new Thresholds(
                        new BigDecimal(plan.get("threshold_on_track")),
                        new BigDecimal(plan.get("threshold_at_risk")),
                        new BigDecimal(plan.get("threshold_off_track"))),
                rows("goals.csv").stream()
                        .map(row -> new Goal(row.get("id"), text(row, "name")))
                        .toList(),
                rows("categories.csv").stream()
                        .map(row -> new Category(row.get("id"), text(row, "name"), row.get("unit")))
                        .toList(),
                rows("departments.csv").stream()
                        .map(row -> new Department(row.get("id"), text(row, "name")))
                        .toList(),
                rows("units.csv").stream()
                        .map(row -> new Unit(row.get("symbol"), text(row, "name")))
                        .toList(),
                history.entrySet().stream()
                        .filter(series -> !indicatorIds.contains(series.getKey()))
                        .map(series -> new PastSeries(
                                series.getKey(),
                                text(series.getValue().get(0), "name"),
                                series.getValue().get(0).get("unit"),
                                past(series.getValue())))
                        .toList());
    }

    private static IndicatorDefinition indicator(CSVRecord row, List<CSVRecord> history) {
        return new IndicatorDefinition(
                Labelled.of(Collection.class, row.get("collection")),
                row.get("goal"),
                text(row, "name"),
                row.get("unit"),
                Labelled.of(Measure.class, row.get("measure")),
                Labelled.of(Direction.class, row.get("direction")),
                decimal(row, "baseline"),
                decimal(row, "target"),
                decimal(row, "target_high"),
                decimal(row, "min"),
                decimal(row, "max"),
                Labelled.of(Frequency.class, row.get("frequency")),
                Integer.parseInt(row.get("allowance_days")),
                row.get("parent"),
                Boolean.parseBoolean(row.get("long_term")),
                null,
                List.of(),
                past(history),
                row.get("source"));
    }

    private static ProjectDefinition project(CSVRecord row) {
        return new ProjectDefinition(
                row.get("category"),
                text(row, "name"),
                text(row, "owner"),
                new BigDecimal(row.get("investment")),
                row.get("unit"),
                null,
                null,
                row.get("note"));
    }

    private static Responsibility responsibility(CSVRecord row) {
        String assisting = row.get("assisting");
        return new Responsibility(
                row.get("lead"),
                assisting == null ? List.of() : List.of(assisting.split(";")),
                LocalDate.parse(row.get("deadline")),
                null);
    }

    private static List<PastValue> past(List<CSVRecord> rows) {
        return rows.stream()
                .map(row -> new PastValue(Integer.parseInt(row.get("year")), new BigDecimal(row.get("value"))))
                .toList();
    }

    private static Text text(CSVRecord row, String name) {
        return new Text(row.get(name + "_zh"), row.get(name + "_en"));
    }

    private static BigDecimal decimal(CSVRecord row, String name) {
        String text = row.get(name);
        return text == null ? null : new BigDecimal(text);
    }

    private List<CSVRecord> rows(String file) {
        String resource = folder + "/" + file;
        try (InputStream in = PlanFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException cause) {
            throw new UncheckedIOException(resource, cause);
        }
    }
}
