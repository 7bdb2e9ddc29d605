package tracker.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.YearlyPlan;

/** What turns out to need another decision, each with its reason and reference. */
final class Adjustments {
    private static final LocalDate MID_TERM = LocalDate.of(2023, 7, 25);

    private final Script script;

    Adjustments(Script script) {
        this.script = script;
    }

    /** To be called first: who leads what from when must be known before anybody reports. */
    void tell() {
        responsibilities();
        indicator();
        thresholds();
        project();
        milestone();
        yearlyPlan();
    }

    private void responsibilities() {
        LocalDate day = LocalDate.of(2023, 4, 3);
        SubjectId exports = DemoPlan.subject(Kind.INDICATOR, "I19");
        Responsibility next = DemoDepartments.answering("investment", List.of("science"), "由投资促进局统筹服务贸易提升行动。");
        script.departments.from(exports, day, next);
        adjust(day, exports, "服务贸易职能划转", "演示〔2023〕6号", new Change.OfResponsibility(next));

        LocalDate found = LocalDate.of(2022, 5, 16);
        SubjectId navigation = DemoPlan.subject(Kind.PROJECT, "P69");
        Responsibility first = DemoDepartments.answering("science", List.of("investment"), "落实项目公司，半年报告一次。");
        script.departments.from(navigation, found, first);
        script.office(found, Stage.DECISION, navigation, "明确牵头部门", new Intent.AssignResponsibility(first));
    }

    private void indicator() {
        IndicatorDefinition trade = script.plan.indicator("I16");
        adjust(
                MID_TERM,
                DemoPlan.subject(Kind.INDICATOR, "I16"),
                "外部需求收缩，中期评估建议下调目标",
                "演示〔2023〕12号",
                new Change.OfIndicator(trade.withTarget(
                        trade.measure(), new BigDecimal("90"), trade.targetHigh(), trade.yearlyTargets())));
    }

    private void thresholds() {
        PlanDefinition of = script.plan.definition();
        adjust(
                MID_TERM.plusDays(1),
                SubjectId.ofPlan(DemoPlan.ID),
                "中期评估要求提高预警标准",
                "演示〔2023〕13号",
                new Change.OfPlan(new PlanDefinition(
                        of.name(),
                        of.start(),
                        of.end(),
                        of.timeZone(),
                        of.simulated(),
                        of.expectedLine(),
                        new Thresholds(of.thresholds().onTrack(), new BigDecimal("0.70"), BigDecimal.ZERO),
                        of.goals(),
                        of.categories(),
                        of.departments(),
                        of.units(),
                        of.history(),
                        of.supervision())));
    }

    private void project() {
        ProjectDefinition of = script.plan.project("P57");
        adjust(
                LocalDate.of(2024, 9, 12),
                DemoPlan.subject(Kind.PROJECT, "P57"),
                "增加试验线，概算调整",
                "演示〔2024〕9号",
                new Change.OfProject(new ProjectDefinition(
                        of.category(),
                        of.name(),
                        of.owner(),
                        new BigDecimal("24"),
                        of.unit(),
                        of.start(),
                        of.end(),
                        of.note())));
    }

    private void milestone() {
        adjust(
                LocalDate.of(2024, 3, 19),
                DemoPlan.subject(Kind.PROJECT, "P87"),
                "发射窗口调整，产能节点顺延",
                "演示〔2024〕3号",
                new Change.OfMilestone(new Milestone(
                        "M4",
                        new Text("SAR 卫星生产和发射能力", "SAR satellite production and launch capacity"),
                        LocalDate.of(2025, 6, 30),
                        "颗",
                        new BigDecimal("30"),
                        null)));
    }

    private void yearlyPlan() {
        adjust(
                LocalDate.of(2024, 3, 12),
                DemoPlan.subject(Kind.PROJECT, "P34"),
                "专家不同意原年度计划，重新编制",
                "演示〔2024〕2号",
                new Change.OfYearlyPlan(List.of(
                        new YearlyPlan(2024, new BigDecimal("9.5"), "完成二期机房主体"),
                        new YearlyPlan(2025, new BigDecimal("11"), "二期机房投产"))));
    }

    private void adjust(LocalDate day, SubjectId subject, String reason, String reference, Change change) {
        script.office(day, Stage.DECISION, subject, reason, new Intent.Adjust(change, reference));
    }
}
