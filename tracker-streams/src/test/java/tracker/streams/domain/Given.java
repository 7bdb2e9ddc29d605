package tracker.streams.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.plan.YearlyTarget;

/** A small plan and what stands in it, for tests of every room. */
public final class Given {
    public static final String PLAN = "zone";
    public static final Actor OFFICE = new Actor(Role.PLANNING_OFFICE, null, "office");
    public static final Actor ECONOMY = new Actor(Role.DEPARTMENT, "economy", "economy-token");

    private static final Thresholds THRESHOLDS =
            new Thresholds(new BigDecimal("0.95"), new BigDecimal("0.60"), BigDecimal.ZERO);

    private Given() {}

    public static PlanDefinition plan() {
        return plan(THRESHOLDS);
    }

    public static PlanDefinition plan(Thresholds thresholds) {
        return plan(thresholds, Supervision.DEFAULT);
    }

    public static PlanDefinition plan(Supervision supervision) {
        return plan(THRESHOLDS, supervision);
    }

    private static PlanDefinition plan(Thresholds thresholds, Supervision supervision) {
        return new PlanDefinition(
                text("规划", "plan"),
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2025, 12, 31),
                ZoneId.of("Asia/Shanghai"),
                false,
                ExpectedLine.LINEAR,
                thresholds,
                List.of(new Goal("strength", text("实力", "strength"))),
                List.of(new Category("industry", text("产业", "industry"), "亿元")),
                List.of(new Department("economy", text("经济", "economy")), new Department("works", text("建设", "works"))),
                List.of(new Unit("亿元", text("亿元", "100 million CNY")), new Unit("%", text("百分比", "percent"))),
                List.of(),
                supervision);
    }

    public static IndicatorDefinition indicator(Measure measure, String baseline, String target) {
        return indicator(measure, Direction.HIGHER, baseline, target, null, List.of());
    }

    public static IndicatorDefinition indicator(
            Measure measure,
            Direction direction,
            String baseline,
            String target,
            ExpectedLine line,
            List<YearlyTarget> yearlyTargets) {
        return new IndicatorDefinition(
                Collection.CORE,
                "strength",
                text("收入", "revenue"),
                "亿元",
                measure,
                direction,
                decimal(baseline),
                decimal(target),
                null,
                decimal("0"),
                null,
                Frequency.YEAR,
                60,
                null,
                false,
                line,
                yearlyTargets,
                List.of(),
                null,
                false);
    }

    public static ProjectDefinition project(String investment) {
        return new ProjectDefinition(
                "industry", text("产业园", "park"), text("公司", "company"), decimal(investment), "亿元", null, null, null);
    }

    public static Responsibility lead(String department) {
        return new Responsibility(department, List.of(), null, null, false);
    }

    public static Report.OfIndicator value(String period, String value) {
        return new Report.OfIndicator(Period.of(period), decimal(value), "亿元", ObservationStatus.A, null, List.of());
    }

    public static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    public static Text text(String zh, String en) {
        return new Text(zh, en);
    }
}
