package tracker.api.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Assessment.GoalCounts;
import tracker.streams.domain.event.Assessment.Investment;
import tracker.streams.domain.event.Assessment.SubjectFigures;
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
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.view.PlanSnapshot;

/** A plan of two goals, three indicators and one project, and assessments of it with figures as a test gives them. */
final class Small {
    static final Text NAME = new Text("小规划", "Small plan");
    private static final Instant START = Instant.parse("2021-01-04T01:00:00Z");

    private Small() {}

    /** {@code target} is that of I01, whose baseline is 2820. */
    static PlanSnapshot plan(Text name, String target, boolean simulated) {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(indicator("I01", "strength", name, target));
        subjects.add(indicator("I02", "strength", new Text("产值", "Output"), "2"));
        subjects.add(indicator("I03", null, new Text("其他", "Other"), "2"));
        subjects.add(new ProjectState(
                head(Kind.PROJECT, "P1", 5),
                new ProjectDefinition(
                        "works",
                        new Text("大桥", "Bridge"),
                        new Text("公司", "Company"),
                        decimal("10.50"),
                        "亿元",
                        null,
                        null,
                        null),
                null,
                null,
                new TreeMap<>(),
                null,
                List.of(new YearlyPlan(2022, decimal("3.50"), "<i>下料</i>"))));
        PlanDefinition definition = new PlanDefinition(
                name,
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2025, 12, 31),
                ZoneId.of("Asia/Shanghai"),
                simulated,
                ExpectedLine.LINEAR,
                new Thresholds(decimal("0.95"), decimal("0.60"), BigDecimal.ZERO),
                List.of(new Goal("strength", new Text("实力", "Strength")), new Goal("care", new Text("民生", "Care"))),
                List.of(new Category("works", new Text("工程", "Works"), "亿元")),
                List.of(new Department("economy", new Text("经济局", "Economy"))),
                List.of(
                        new Unit("亿元", new Text("亿元人民币", "100 million CNY")),
                        new Unit("%", new Text("百分比", "percent"))),
                List.of(),
                null);
        return new PlanSnapshot(
                new PlanState(head(Kind.PLAN, "small", 1), definition, null, Set.of()),
                head(Kind.PROJECT, "P1", 99),
                subjects);
    }

    static AssessmentState assessment(AssessmentKind kind, int year, long position, String text, SubjectFigures... of) {
        String about = kind == AssessmentKind.EXPERT_OPINION ? "project/P1" : null;
        Map<Rating, Integer> strength = new EnumMap<>(Rating.class);
        Arrays.stream(of)
                .filter(figures -> figures.subject().matches("indicator/I0[12]"))
                .forEach(figures -> strength.merge(figures.rating(), 1, Integer::sum));
        Assessment.Figures figures = new Assessment.Figures(
                position - 1,
                List.of(new GoalCounts("strength", new TreeMap<>(strength))),
                List.of(new Investment("works", "亿元", decimal("10.50"), decimal("2.625"))),
                List.of(of));
        return new AssessmentState(
                head(Kind.ASSESSMENT, year + "-" + kind.label(), position),
                new Assessment(kind, year, about, "可控", text, figures),
                new Actor(Role.DEPARTMENT, "economy", "someone"));
    }

    /** {@code figures} are completion, expected and pace, or nothing. */
    static SubjectFigures figures(String subject, Rating rating, List<WarningRule> warnings, String... figures) {
        boolean project = subject.startsWith("project/");
        boolean reported = rating != null && rating != Rating.NO_DATA;
        return new SubjectFigures(
                subject,
                3,
                rating,
                project ? "implementation" : null,
                reported ? Period.of("2022") : null,
                reported ? decimal(project ? "25" : "3600") : null,
                project ? "%" : "亿元",
                figures.length == 0 ? null : decimal(figures[0]),
                figures.length == 0 ? null : decimal(figures[1]),
                figures.length == 0 ? null : decimal(figures[2]),
                warnings);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static IndicatorState indicator(String id, String goal, Text name, String target) {
        IndicatorDefinition definition = new IndicatorDefinition(
                Collection.CORE,
                goal,
                name,
                "亿元",
                Measure.LEVEL,
                Direction.HIGHER,
                decimal("2820"),
                decimal(target),
                null,
                null,
                null,
                Frequency.YEAR,
                60,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                false);
        return new IndicatorState(
                head(Kind.INDICATOR, id, 2),
                definition,
                new Responsibility("economy", List.of(), null, null, true),
                null,
                new TreeMap<>());
    }

    private static Head head(Kind kind, String id, long position) {
        return new Head(new SubjectId("small", kind, id), 1, position, START.plusSeconds(position));
    }
}
