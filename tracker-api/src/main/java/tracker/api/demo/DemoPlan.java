package tracker.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tracker.api.registration.PlanFiles;
import tracker.api.tables.Row;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Supervision;

/** The real plan's definitions, made those of a demonstration: another id, a clock of its own, more departments, shorter periods. */
final class DemoPlan {
    static final String ID = "demo-changsha-hitech-14fyp";
    static final int PROJECT_ALLOWANCE_DAYS = 30;
    private static final String REAL_PLAN = "/plans/changsha-hitech-14fyp";

    private final PlanDefinition definition;
    private final Map<String, IndicatorDefinition> indicators = new TreeMap<>();
    private final Map<String, ProjectDefinition> projects = new TreeMap<>();
    private final List<Intent.Item> items = new ArrayList<>();

    DemoPlan() {
        Map<String, Row> stories =
                DemoTables.rows("indicators").stream().collect(Collectors.toMap(row -> row.cell("id"), row -> row));
        List<Intent.Item> real = PlanFiles.ofResources(REAL_PLAN).items();
        definition = simulated(((Intent.RegisterPlan) real.get(0).intent()).definition());
        items.add(new Intent.Item(SubjectId.ofPlan(ID), new Intent.RegisterPlan(definition), null));
        for (Intent.Item item : real.subList(1, real.size())) {
            SubjectId subject =
                    new SubjectId(ID, item.subject().kind(), item.subject().id());
            Intent intent = item.intent();
            if (intent instanceof Intent.AssignResponsibility) {
                continue;
            }
            if (intent instanceof Intent.DefineIndicator define) {
                IndicatorDefinition denser = denser(define.definition(), stories.get(subject.id()));
                indicators.put(subject.id(), denser);
                intent = new Intent.DefineIndicator(denser);
            } else if (intent instanceof Intent.RegisterProject register) {
                projects.put(subject.id(), register.definition());
            }
            items.add(new Intent.Item(subject, intent, null));
        }
    }

    PlanDefinition definition() {
        return definition;
    }

    IndicatorDefinition indicator(String id) {
        return indicators.get(id);
    }

    ProjectDefinition project(String id) {
        return projects.get(id);
    }

    /** Indicators and projects by id. */
    Map<String, IndicatorDefinition> indicators() {
        return indicators;
    }

    Map<String, ProjectDefinition> projects() {
        return projects;
    }

    /** The plan and its subjects, without anybody who answers for them. */
    List<Intent.Item> items() {
        return items;
    }

    static SubjectId subject(Kind kind, String id) {
        return new SubjectId(ID, kind, id);
    }

    private static PlanDefinition simulated(PlanDefinition real) {
        Supervision supervision = new Supervision(
                Supervision.DEFAULT.rules(),
                BigDecimal.valueOf(3),
                LocalDate.of(2021, 12, 31),
                new TreeSet<>(List.of("core")),
                Frequency.HALF_YEAR,
                PROJECT_ALLOWANCE_DAYS,
                real.supervision().published());
        return new PlanDefinition(
                new Text(real.name().zh() + "（演示，数据均为虚构）", real.name().en() + " (demonstration, all figures made up)"),
                real.start(),
                real.end(),
                real.timeZone(),
                true,
                real.expectedLine(),
                real.thresholds(),
                real.goals(),
                real.categories(),
                DemoTables.rows("departments").stream()
                        .map(row -> new Department(row.cell("id"), new Text(row.cell("name_zh"), row.cell("name_en"))))
                        .toList(),
                real.units(),
                real.history(),
                supervision);
    }

    /** The same, to be reported as often as its story says; the real plan's rhythm where there is none or it does not say. */
    private static IndicatorDefinition denser(IndicatorDefinition of, Row story) {
        if (story == null || story.cell("frequency") == null) {
            return of;
        }
        return new IndicatorDefinition(
                of.collection(),
                of.goal(),
                of.name(),
                of.unit(),
                of.measure(),
                of.direction(),
                of.baseline(),
                of.target(),
                of.targetHigh(),
                of.min(),
                of.max(),
                Labelled.of(Frequency.class, story.cell("frequency")),
                DemoTables.integer(story, "allowance_days", of.allowanceDays()),
                of.parent(),
                of.longTerm(),
                of.expectedLine(),
                of.yearlyTargets(),
                of.history(),
                of.source(),
                of.cumulative());
    }
}
