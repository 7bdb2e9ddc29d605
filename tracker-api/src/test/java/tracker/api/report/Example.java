package tracker.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tracker.api.registration.PlanFiles;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.PlainJournal;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.view.PlanSnapshot;

/** The real plan with three made-up years, assessed after each of them, and an opinion on one project. */
final class Example {
    private static final Map<String, List<String>> VALUES = Map.of(
            "I01", List.of("3300", "3600", "4100"),
            "I02", List.of("1300", "1650", "1980"),
            "I03", List.of("300", "330", "395"),
            "I05", List.of("1700", "1850", "2300"),
            "I14", List.of("25", "21", "18.5"),
            "I16", List.of("62", "70", "77.25"),
            "I21", List.of("99.5", "99.6", "100"),
            "N-semiconductors", List.of("60", "95", "130"),
            "C-corner-gardens", List.of("7", "6", "4"));
    private static final String TEXT =
            "三年来，企业总收入保持增长，但与序时进度仍有差距。\n\n一、主要成效：工业总产值、对外开放指标进展良好。\n二、存在问题：固定资产投资一度回落；部分指标未按期报送。\n三、下一步：对滞后指标逐项督办。";

    private static final Actor OFFICE = new Actor(Role.PLANNING_OFFICE, null, "office");
    private static final Actor CLOCK = new Actor(Role.SYSTEM, null, "clock");

    private final String plan;
    private final PlainJournal journal;
    private int sent;

    private Example(String plan) {
        this.plan = plan;
        journal = new PlainJournal(plan);
    }

    static Example threeYears() {
        PlanFiles.Contents contents = PlanFiles.ofResources("/plans/changsha-hitech-14fyp");
        Example plan = new Example(contents.plan());
        plan.carryOut(
                Kind.PLAN,
                contents.plan(),
                new Intent.Batch(contents.items(), true),
                Instant.parse("2021-01-04T01:00:00Z"));
        for (int year = 2021; year <= 2023; year++) {
            plan.year(year);
        }
        plan.opinion();
        return plan;
    }

    AssessmentReport report(String assessment) {
        PlanSnapshot snapshot = journal.snapshot();
        List<AssessmentState> all = snapshot.subjects().stream()
                .filter(AssessmentState.class::isInstance)
                .map(AssessmentState.class::cast)
                .toList();
        SubjectId id = new SubjectId(plan, Kind.ASSESSMENT, assessment);
        return AssessmentReport.of((AssessmentState) journal.find(id), snapshot, all);
    }

    private void year(int year) {
        Instant january = Instant.parse((year + 1) + "-01-20T01:00:00Z");
        Instant march = Instant.parse((year + 1) + "-03-15T02:30:00Z");
        for (String id : new TreeSet<>(VALUES.keySet())) {
            String value = VALUES.get(id).get(year - 2021);
            IndicatorState indicator = journal.snapshot()
                    .tracked()
                    .filter(subject -> subject.head().id().id().equals(id))
                    .map(IndicatorState.class::cast)
                    .findFirst()
                    .orElseThrow();
            carryOut(
                    Kind.INDICATOR,
                    id,
                    new Intent.ReportProgress(new Report.OfIndicator(
                            Period.ofYear(year),
                            new BigDecimal(value),
                            indicator.definition().unit(),
                            ObservationStatus.A,
                            null,
                            List.of())),
                    january);
        }
        project("P12", year, "40.50", "12.5", ProjectStatus.IMPLEMENTATION, january);
        project("P01", year, "0.9", "33", ProjectStatus.IMPLEMENTATION, january);
        project("P87", year, "2.05", "2", ProjectStatus.IMPLEMENTATION, january);
        if (year == 2022) {
            carryOut(
                    Kind.INDICATOR,
                    "I22",
                    new Intent.SetTarget(Measure.MAINTAIN, new BigDecimal("2"), null, List.of()),
                    january);
        }
        carryOut(Kind.PLAN, plan, new Intent.TurnDay(LocalDate.of(year + 1, 3, 10)), march);
        AssessmentKind kind = year == 2023 ? AssessmentKind.MID_TERM : AssessmentKind.YEARLY;
        carryOut(
                Kind.ASSESSMENT,
                year + "-" + kind.label(),
                new Intent.RecordAssessment(kind, year, null, year == 2023 ? "总体可控，部分滞后" : null, TEXT),
                march);
    }

    private void project(String id, int year, String invested, String percent, ProjectStatus status, Instant at) {
        BigDecimal years = BigDecimal.valueOf(year - 2020);
        carryOut(
                Kind.PROJECT,
                id,
                new Intent.ReportProgress(new Report.OfProject(
                        Period.ofYear(year),
                        new BigDecimal(invested).multiply(years),
                        null,
                        new BigDecimal(percent).multiply(years),
                        status,
                        null,
                        List.of())),
                at);
    }

    private void opinion() {
        Instant april = Instant.parse("2024-04-02T08:00:00Z");
        carryOut(
                Kind.PROJECT,
                "P12",
                new Intent.SetYearlyPlan(List.of(
                        new YearlyPlan(2023, new BigDecimal("45.0"), "二期厂房封顶"),
                        new YearlyPlan(2024, new BigDecimal("30.25"), "设备安装\n点亮投产"),
                        new YearlyPlan(2025, null, null))),
                april);
        carryOut(
                Kind.ASSESSMENT,
                "2024-expert-opinion-P12",
                new Intent.RecordAssessment(
                        AssessmentKind.EXPERT_OPINION, 2024, "project/P12", "基本可行", "年度计划与投资能力相称。\n建议明确设备到货时间。"),
                april);
    }

    /** By the planning office, which may do everything but turn the days. A refusal is a failure. */
    private void carryOut(Kind kind, String id, Intent intent, Instant at) {
        Actor actor = intent instanceof Intent.TurnDay ? CLOCK : OFFICE;
        SubjectId subject = new SubjectId(plan, kind, id);
        Command command = new Command("c" + ++sent, subject, actor, null, null, "test", intent);
        assertThat(journal.handle(command, at).refusal()).as(subject.key()).isNull();
    }
}
