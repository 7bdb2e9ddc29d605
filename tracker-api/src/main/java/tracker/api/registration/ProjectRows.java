package tracker.api.registration;

import java.util.List;
import java.util.Set;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.YearlyPlan;

/** Projects and tasks in a plan's files, their milestones and yearly plans, and who answers for what. */
final class ProjectRows {
    static final Set<String> COLUMNS = Set.of(
            "id",
            "category",
            "name_zh",
            "name_en",
            "owner_zh",
            "owner_en",
            "investment",
            "unit",
            "start",
            "end",
            "note");
    static final Set<String> MILESTONE_COLUMNS =
            Set.of("project", "id", "due", "name_zh", "name_en", "unit", "value_low", "value_high");

    private ProjectRows() {}

    static ProjectDefinition definition(RowReader row) {
        return new ProjectDefinition(
                row.required("category"),
                row.bilingual("name"),
                row.bilingual("owner"),
                row.requiredDecimal("investment"),
                row.required("unit"),
                row.date("start"),
                row.date("end"),
                row.text("note"));
    }

    static TaskDefinition task(RowReader row) {
        return new TaskDefinition(
                row.requiredLabelled(TaskKind.class, "kind"),
                row.bilingual("name"),
                row.optionalBilingual("note"),
                row.list("indicators"));
    }

    static Responsibility responsibility(RowReader row) {
        return new Responsibility(
                row.required("lead"),
                row.list("assisting"),
                row.date("deadline"),
                row.text("measures"),
                row.flag("provisional"));
    }

    static Milestone milestone(RowReader row) {
        row.required("due");
        return new Milestone(
                row.required("id"),
                row.bilingual("name"),
                row.date("due"),
                row.text("unit"),
                row.decimal("value_low"),
                row.decimal("value_high"));
    }

    static List<YearlyPlan> yearlyPlan(List<RowReader> rows) {
        return rows.stream()
                .map(row -> new YearlyPlan(row.integer("year", 0), row.decimal("investment"), row.text("measures")))
                .toList();
    }
}
