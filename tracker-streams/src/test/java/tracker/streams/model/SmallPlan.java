package tracker.streams.model;

import static tracker.streams.domain.Given.decimal;
import static tracker.streams.domain.Given.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;

/** The plan that random histories are of: two years, one subject of each sort. Its subjects have names, so that one can read a history. */
final class SmallPlan {
    static final String UNIT = "亿元";
    static final Actor OFFICE = new Actor(Role.PLANNING_OFFICE, null, "office");
    static final List<String> INDICATORS = List.of("level", "falling", "kept", "yearly", "ranged", "given");
    static final List<String> PROJECTS = List.of("P1", "P2", "P3");
    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final LocalDate END = LocalDate.of(2022, 12, 31);

    private SmallPlan() {}

    static SubjectId id(String plan, String name) {
        Kind kind = name.startsWith("P") ? Kind.PROJECT : name.startsWith("T") ? Kind.TASK : Kind.INDICATOR;
        return name.equals("plan") ? SubjectId.ofPlan(plan) : new SubjectId(plan, kind, name);
    }

    static PlanDefinition plan(ExpectedLine line, Thresholds thresholds, Supervision supervision) {
        return new PlanDefinition(
                text("规划", "plan"),
                START,
                END,
                ZoneId.of("Asia/Shanghai"),
                false,
                line,
                thresholds,
                List.of(new Goal("strength", text("实力", "strength")), new Goal("life", text("民生", "life"))),
                List.of(
                        new Category("industry", text("产业", "industry"), UNIT),
                        new Category("roads", text("道路", "roads"), UNIT)),
                List.of(new Department("economy", text("经济", "economy")), new Department("works", text("建设", "works"))),
                List.of(new Unit(UNIT, text(UNIT, "100 million CNY")), new Unit("%", text("百分比", "percent"))),
                List.of(),
                supervision);
    }

    /** Those of the settled plan; "late" is defined in the course of a history, or never. */
    static IndicatorDefinition indicator(String name) {
        return switch (name) {
            case "level" -> new Sort(Measure.LEVEL, Direction.HIGHER, Frequency.QUARTER, 30).of("100", "200", null);
            case "falling" -> new Sort(Measure.LEVEL, Direction.LOWER, Frequency.HALF_YEAR, 0).of("10", "5", null);
            case "kept" -> new Sort(Measure.MAINTAIN, Direction.HIGHER, Frequency.YEAR, 60).of("29", "20", null);
            case "yearly" -> new Sort(Measure.RECURRING, Direction.HIGHER, Frequency.QUARTER, 10).of(null, "6", null);
            case "ranged" -> new Sort(Measure.LEVEL, Direction.HIGHER, Frequency.MONTH, 5).of("0", "60", "80");
            case "given" -> new Sort(Measure.DELEGATED, Direction.HIGHER, Frequency.YEAR, 90).of("2", null, null);
            default -> new Sort(Measure.LEVEL, Direction.HIGHER, Frequency.YEAR, 20).of(null, "50", null);
        };
    }

    /** The same indicator, adjusted. */
    static IndicatorDefinition indicator(String name, String unit, Measure measure, String target, ExpectedLine line) {
        IndicatorDefinition was = indicator(name);
        return new IndicatorDefinition(
                was.collection(),
                was.goal(),
                was.name(),
                unit,
                measure,
                was.direction(),
                was.baseline(),
                decimal(target),
                was.targetHigh(),
                was.min(),
                was.max(),
                was.frequency(),
                was.allowanceDays(),
                null,
                false,
                line,
                List.of(),
                List.of(),
                null,
                was.cumulative());
    }

    static ProjectDefinition project(String name, String investment) {
        boolean windowed = name.equals("P2");
        return new ProjectDefinition(
                name.equals("P1") ? "industry" : "roads",
                text("项目" + name, name),
                text("公司", "company"),
                decimal(investment),
                UNIT,
                windowed ? LocalDate.of(2021, 7, 1) : null,
                windowed ? LocalDate.of(2022, 6, 30) : null,
                null);
    }

    static Milestone milestone(String id, LocalDate due) {
        return new Milestone(id, text("节点", "milestone " + id), due, null, null, null);
    }

    /** Brings the whole plan into being. */
    static Command registration(String plan) {
        List<Intent.Item> items = new ArrayList<>();
        Thresholds usual = new Thresholds(decimal("0.95"), decimal("0.60"), decimal("0"));
        PlanDefinition definition = plan(ExpectedLine.LINEAR, usual, Supervision.DEFAULT);
        items.add(item(plan, "plan", new Intent.RegisterPlan(definition)));
        INDICATORS.forEach(name -> items.add(item(plan, name, new Intent.DefineIndicator(indicator(name)))));
        PROJECTS.forEach(name -> items.add(
                item(plan, name, new Intent.RegisterProject(project(name, name.equals("P3") ? "0" : "100")))));
        items.add(item(plan, "T1", new Intent.RegisterTask(task())));
        List.of("level", "ranged", "P1", "P2", "T1").forEach(name -> items.add(leads(plan, name, "economy", false)));
        items.add(leads(plan, "kept", "works", false));
        items.add(leads(plan, "given", "economy", true));
        items.add(item(plan, "P1", new Intent.PlanMilestone(milestone("m1", LocalDate.of(2021, 6, 30)))));
        items.add(item(plan, "P2", new Intent.PlanMilestone(milestone("m1", LocalDate.of(2021, 3, 31)))));
        Intent batch = new Intent.Batch(items, true);
        return new Command(plan + "-0", SubjectId.ofPlan(plan), OFFICE, null, "k0", null, batch);
    }

    static TaskDefinition task() {
        return new TaskDefinition(TaskKind.WORKS, text("工程", "works"), null, List.of("level"));
    }

    private static Intent.Item leads(String plan, String name, String department, boolean provisional) {
        Responsibility by = new Responsibility(department, List.of(), null, null, provisional);
        return item(plan, name, new Intent.AssignResponsibility(by));
    }

    private static Intent.Item item(String plan, String name, Intent intent) {
        return new Intent.Item(id(plan, name), intent, null);
    }

    /** What indicators of one sort have in common. */
    private record Sort(Measure measure, Direction direction, Frequency frequency, int allowance) {
        IndicatorDefinition of(String baseline, String target, String targetHigh) {
            boolean ranged = targetHigh != null;
            return new IndicatorDefinition(
                    measure == Measure.MAINTAIN ? Collection.INDUSTRY : Collection.CORE,
                    measure == Measure.RECURRING ? "life" : measure == Measure.MAINTAIN ? null : "strength",
                    text("指标", "indicator"),
                    UNIT,
                    measure,
                    direction,
                    decimal(baseline),
                    decimal(target),
                    decimal(targetHigh),
                    decimal("0"),
                    decimal("1000"),
                    frequency,
                    allowance,
                    null,
                    false,
                    ranged ? ExpectedLine.LINEAR : null,
                    List.of(),
                    List.of(),
                    null,
                    ranged);
        }
    }
}
