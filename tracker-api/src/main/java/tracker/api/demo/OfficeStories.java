package tracker.api.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;

/** What the planning office sets up: the plan itself, targets for single years, delegated targets, projects' yearly plans. */
final class OfficeStories {
    private static final LocalDate TARGETS_ON = LocalDate.of(2021, 2, 22);
    private static final LocalDate YEARLY_PLANS_ON = LocalDate.of(2021, 2, 25);
    private static final List<String> WITH_YEARLY_PLANS =
            List.of("P01", "P04", "P08", "P12", "P14", "P22", "P30", "P34", "P57", "P61", "P76", "P87");
    /** How an investment is spread over the five years, in per cent. */
    private static final List<Integer> SPREAD = List.of(12, 22, 26, 24, 16);

    private final Script script;

    OfficeStories(Script script) {
        this.script = script;
    }

    void tell() {
        registration();
        yearlyTargets("I02", "1200", "1480", "1800", "2140");
        yearlyTargets("I05", "1780", "2150", "2560", "3020");
        yearlyTargets("I09", "9", "13", "18", "24");
        yearlyTargets("I11", "1450", "1540", "1620", "1710");
        yearlyTargets("I15", "74", "85", "96", "108");
        List<Intent.Item> plans = new ArrayList<>();
        WITH_YEARLY_PLANS.forEach(id -> plans.add(yearlyPlan(id)));
        script.office(
                YEARLY_PLANS_ON,
                Stage.DECISION,
                SubjectId.ofPlan(DemoPlan.ID),
                "下达重大项目年度计划",
                new Intent.Batch(plans, true));
        delegated(LocalDate.of(2022, 3, 15), "I22", Measure.MAINTAIN, "2.5");
        delegated(LocalDate.of(2022, 5, 10), "I23", Measure.LEVEL, "99");
    }

    private void registration() {
        List<Intent.Item> items = new ArrayList<>(script.plan.items());
        items.addAll(script.departments.assignments(Script.FIRST_DAY));
        script.office(
                Script.FIRST_DAY,
                Stage.REGISTRATION,
                SubjectId.ofPlan(DemoPlan.ID),
                "演示规划登记（数据均为虚构）",
                new Intent.Batch(items, true));
    }

    private void yearlyTargets(String id, String... targets) {
        List<YearlyTarget> years = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            years.add(new YearlyTarget(2021 + i, new BigDecimal(targets[i])));
        }
        script.office(
                TARGETS_ON,
                Stage.DECISION,
                DemoPlan.subject(Kind.INDICATOR, id),
                "分解年度目标",
                new Intent.SetTarget(null, null, null, years));
    }

    private void delegated(LocalDate day, String id, Measure measure, String target) {
        script.office(
                day,
                Stage.DECISION,
                DemoPlan.subject(Kind.INDICATOR, id),
                "市级下达约束性目标",
                new Intent.SetTarget(measure, new BigDecimal(target), null, List.of()));
    }

    private Intent.Item yearlyPlan(String id) {
        ProjectDefinition project = script.plan.project(id);
        List<YearlyPlan> years = new ArrayList<>();
        for (int i = 0; i < SPREAD.size(); i++) {
            BigDecimal investment = project.investment()
                    .multiply(BigDecimal.valueOf(SPREAD.get(i), 2))
                    .setScale(2, RoundingMode.HALF_UP);
            years.add(new YearlyPlan(2021 + i, investment, "按节点计划推进，完成年度投资"));
        }
        return new Intent.Item(DemoPlan.subject(Kind.PROJECT, id), new Intent.SetYearlyPlan(years), null);
    }
}
