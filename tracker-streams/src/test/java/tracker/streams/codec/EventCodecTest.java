package tracker.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Given;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Assessment.GoalCounts;
import tracker.streams.domain.event.Assessment.Investment;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.plan.TaskDefinition;
import tracker.streams.domain.plan.TaskKind;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyPlan;
import tracker.streams.domain.plan.YearlyTarget;
import tracker.streams.domain.rating.Rating;

class EventCodecTest {
    private static final String HASH = "ab".repeat(32);
    private static final List<YearlyPlan> YEARS =
            List.of(new YearlyPlan(2021, new BigDecimal("1.50"), "开工"), new YearlyPlan(2022, null, null));
    private static final Milestone MILESTONE = new Milestone(
            "M1",
            Given.text("投产", "in production"),
            LocalDate.of(2021, 12, 31),
            "亿元",
            new BigDecimal("5"),
            new BigDecimal("8"));
    private static final Cause CAUSE =
            new Cause(List.of(Period.of("2022")), List.of(), Rating.AT_RISK, new BigDecimal("0.894986"), null);
    private static final Assessment ASSESSMENT = new Assessment(
            AssessmentKind.MID_TERM,
            2023,
            null,
            "总体可控",
            "文本",
            new Assessment.Figures(
                    17,
                    List.of(new GoalCounts("strength", new TreeMap<>(Map.of(Rating.AT_RISK, 2, Rating.NO_DATA, 1)))),
                    List.of(new Investment("industry", "亿元", new BigDecimal("27.488"), new BigDecimal("1.0"))),
                    List.of(new SubjectFigures(
                            "indicator/I01",
                            3,
                            Rating.AT_RISK,
                            null,
                            Period.of("2022"),
                            new BigDecimal("3600"),
                            "亿元",
                            new BigDecimal("0.357798"),
                            new BigDecimal("0.399781"),
                            new BigDecimal("0.894986"),
                            List.of(WarningRule.BEHIND)))));

    private final EventCodec codec = new EventCodec();

    static List<Fact> facts() {
        return List.of(
                new Fact.PlanRegistered(Given.plan()),
                new Fact.IndicatorDefined(Given.indicator(Measure.LEVEL, "2820", "5000")),
                new Fact.IndicatorDefined(Given.indicator(Measure.DELEGATED, null, null)),
                new Fact.ProjectRegistered(Given.project("27.488")),
                new Fact.TaskRegistered(
                        new TaskDefinition(TaskKind.WORKS, Given.text("工程", "works"), null, List.of("I01"))),
                new Fact.ResponsibilityAssigned(
                        new Responsibility("economy", List.of("works"), LocalDate.of(2025, 12, 31), "每季一报", true)),
                new Fact.ProgressReported(new Report.OfIndicator(
                        Period.of("2022-Q3"),
                        new BigDecimal("1.50"),
                        "亿元",
                        ObservationStatus.P,
                        "“引号”, comma\n",
                        List.of(new Evidence("a", null, "ab".repeat(32))))),
                new Fact.ReportCorrected(Given.value("2022", "3601"), "c0.1"),
                new Fact.ReportRetracted(Period.of("2022-H1"), "c0.1"),
                new Fact.ProgressReported(new Report.OfProject(
                        Period.of("2022"), null, "亿元", new BigDecimal("30"), ProjectStatus.COMPLETED, null, List.of())),
                new Fact.ProgressReported(
                        new Report.OfTask(Period.of("2022-H2"), TaskStatus.IN_PROGRESS, "note", List.of())),
                new Fact.TargetSet(
                        Measure.MAINTAIN,
                        new BigDecimal("2.0"),
                        null,
                        List.of(new YearlyTarget(2022, new BigDecimal("1.5")))),
                new Fact.YearlyPlanSet(YEARS),
                new Fact.MilestonePlanned(MILESTONE),
                new Fact.MilestoneReached(
                        "M1",
                        LocalDate.of(2022, 3, 1),
                        new BigDecimal("6"),
                        null,
                        List.of(new Evidence("a", "b", HASH))),
                new Fact.MilestoneMissed("M1", LocalDate.of(2021, 12, 31)),
                new Fact.ProjectStatusChanged(ProjectStatus.PREPARATION, ProjectStatus.IMPLEMENTATION),
                new Fact.WarningRaised(WarningRule.BEHIND, CAUSE),
                new Fact.WarningUpdated(
                        WarningRule.STALE,
                        new Cause(List.of(Period.of("2021"), Period.of("2022-Q1")), List.of("M1"), null, null, null)),
                new Fact.WarningAcknowledged(WarningRule.JUMP, "seen"),
                new Fact.WarningCleared(WarningRule.MILESTONE_OVERDUE),
                new Fact.AssessmentRecorded(ASSESSMENT),
                new Fact.PlanAdjusted(null, "文〔2023〕1 号", "c1.1"),
                new Fact.PlanAdjusted(new Change.OfPlan(Given.plan()), "r", null),
                new Fact.PlanAdjusted(new Change.OfIndicator(Given.indicator(Measure.LEVEL, "1", "2")), "r", null),
                new Fact.PlanAdjusted(new Change.OfProject(Given.project("1.10")), "r", null),
                new Fact.PlanAdjusted(
                        new Change.OfTask(new TaskDefinition(TaskKind.PLAN, Given.text("a", "b"), null, List.of())),
                        "r",
                        null),
                new Fact.PlanAdjusted(new Change.OfResponsibility(Given.lead("economy")), "r", null),
                new Fact.PlanAdjusted(new Change.OfYearlyPlan(YEARS), "r", null),
                new Fact.PlanAdjusted(new Change.OfMilestone(MILESTONE), "r", null),
                new Fact.FeedbackPosted("project/P01", "说得好"),
                new Fact.FeedbackModerated(true),
                new Fact.FeedbackAnswered("谢谢"),
                new Fact.DayTurned(LocalDate.of(2022, 1, 1)),
                new Fact.PersonErased("0123456789abcdef0123456789abcdef"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatWasWrittenIsRead(Fact fact) {
        Event event = event(fact);

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    /** Every fact has an example above: a new one that nobody encodes fails here. */
    @Test
    void everyFactIsCovered() {
        assertThat(facts().stream().map(Fact::getClass).distinct().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(Fact.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Property
    void everyDigitIsKept(
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") java.math.BigInteger unscaled,
            @ForAll @IntRange(min = -15, max = 30) int scale) {
        BigDecimal value = new BigDecimal(unscaled, scale);
        Event event = event(new Fact.ProgressReported(
                new Report.OfIndicator(Period.of("2022"), value, "亿元", ObservationStatus.A, null, List.of())));

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 10, 11, 40, 80})
    void cutBytesAreUndecodable(int length) {
        byte[] whole = codec.encode(event(facts().get(6)));

        assertThatThrownBy(() -> codec.decode(java.util.Arrays.copyOf(whole, length)))
                .isInstanceOf(UndecodableException.class);
    }

    private static Event event(Fact fact) {
        return new Event(
                "c1.1",
                new SubjectId(Given.PLAN, Kind.INDICATOR, "I01"),
                1,
                1,
                Instant.parse("2023-02-01T00:00:00.123Z"),
                Given.ECONOMY,
                null,
                "key",
                "c1",
                Hash.NONE,
                true,
                fact);
    }
}
