package tracker.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tracker.api.report.Small.decimal;
import static tracker.api.report.Small.figures;
import static tracker.streams.domain.plan.WarningRule.BEHIND;
import static tracker.streams.domain.plan.WarningRule.JUMP;
import static tracker.streams.domain.plan.WarningRule.STALE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.api.report.Trend.Way;
import tracker.streams.domain.Role;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.view.PlanSnapshot;

/** What the report says, against figures worked out by hand. */
class AssessmentReportTest {
    private static final PlanSnapshot PLAN = Small.plan(Small.NAME, "5000", false);
    private static final SubjectFigures I01 =
            figures("indicator/I01", Rating.AT_RISK, List.of(BEHIND), "0.357798", "0.399781", "0.894986");
    private static final AssessmentState CURRENT = Small.assessment(
            AssessmentKind.MID_TERM,
            2023,
            40,
            "text",
            I01,
            figures("indicator/I02", Rating.MOVING_AWAY, List.of(), "-0.1", "0.4", "-0.25"),
            figures("indicator/I03", Rating.NO_DATA, List.of(STALE, JUMP)),
            figures("project/P1", Rating.AT_RISK, List.of(), "0.25", "0.399781", "0.625342"),
            figures("task/G1", null, List.of(STALE)));
    private static final AssessmentState FIRST = Small.assessment(
            AssessmentKind.YEARLY,
            2021,
            20,
            "first",
            figures("indicator/I01", Rating.ON_TRACK, List.of(), "0.2", "0.2", "1"),
            figures("indicator/I02", Rating.ON_TRACK, List.of(), "0.2", "0.2", "1"));
    private static final AssessmentState SECOND = Small.assessment(
            AssessmentKind.YEARLY,
            2022,
            30,
            "second",
            figures("indicator/I01", Rating.OFF_TRACK, List.of(), "0.1", "0.4", "0.25"),
            figures("indicator/I02", Rating.ON_TRACK, List.of(), "0.4", "0.4", "1"),
            figures("indicator/I03", Rating.ON_TRACK, List.of(), "0.4", "0.4", "1"));
    private static final AssessmentState LATER = Small.assessment(AssessmentKind.FINAL, 2025, 60, "later", I01);
    private static final AssessmentState OPINION = Small.assessment(
            AssessmentKind.EXPERT_OPINION,
            2022,
            25,
            "opinion",
            figures("project/P1", Rating.AT_RISK, List.of(), "0.25", "0.399781", "0.625342"));

    private final AssessmentReport report =
            AssessmentReport.of(CURRENT, PLAN, List.of(LATER, CURRENT, SECOND, OPINION, FIRST));

    @Test
    void theHeadSaysWhoJudgedAndOfWhichFigures() {
        assertThat(report.head().role()).isEqualTo(Role.DEPARTMENT);
        assertThat(report.head().department()).isEqualTo(new Text("经济局", "Economy"));
        assertThat(report.head().position()).isEqualTo(39);
        assertThat(report.head().namesPosition()).isEqualTo(99);
        assertThat(report.project()).isNull();
    }

    @Test
    void goalsHaveTheCountsThatWereFrozen() {
        assertThat(report.plan().goals()).hasSize(1);
        Counts counts = report.plan().goals().get(0).counts();
        assertThat(counts.total()).isEqualTo(2);
        assertThat(counts.of(Rating.AT_RISK)).isEqualTo(1);
        assertThat(counts.of(Rating.ACHIEVED)).isZero();
        assertThat(report.plan().columns()).containsExactly(Rating.AT_RISK, Rating.MOVING_AWAY);
    }

    @Test
    void indicatorsStandUnderTheirGoalOrTheirCollection() {
        assertThat(report.plan().groups()).hasSize(2);
        PlanPart.Group strength = report.plan().groups().get(0);
        assertThat(strength.rows()).extracting(row -> row.figure().id()).containsExactly("I01", "I02");
        assertThat(report.plan().groups().get(1).goal()).isNull();
        PlanPart.IndicatorRow row = strength.rows().get(0);
        assertThat(row.baseline()).isEqualTo(decimal("2820"));
        assertThat(row.target()).isEqualTo(decimal("5000"));
        assertThat(row.unit()).isEqualTo(new Text("亿元", "100 million CNY"));
        assertThat(row.figure().pace()).isEqualTo(decimal("0.894986"));
        assertThat(row.figure().line()).isEqualTo("linear");
        assertThat(row.figure().redefined()).isFalse();
    }

    @Test
    void aTargetThatChangedSinceIsTold() {
        AssessmentReport after = AssessmentReport.of(CURRENT, Small.plan(Small.NAME, "5600", false), List.of());

        Figure figure = after.plan().groups().get(0).rows().get(0).figure();
        assertThat(figure.completion()).isEqualTo(decimal("0.357798"));
        assertThat(figure.redefined()).isTrue();
        assertThat(figure.line()).isNull();
        assertThat(after.plan().redefined()).isTrue();
    }

    @Test
    void theWorstComesFirst() {
        // Among the two at risk the slower one; of those only warned of the one with more warnings.
        assertThat(report.plan().laggards())
                .extracting(laggard -> laggard.figure().id())
                .containsExactly("I02", "P1", "I01", "I03", "G1");
        assertThat(report.plan().laggards().get(2).lead().provisional()).isTrue();
        assertThat(report.plan().laggards().get(1).lead()).isNull();
    }

    @Test
    void projectsAreCountedAndTheirMoneyShared() {
        ProjectsPart projects = report.plan().projects();
        assertThat(projects.statuses()).isEqualTo(Map.of(ProjectStatus.IMPLEMENTATION, 1));
        assertThat(projects.ratings().of(Rating.AT_RISK)).isEqualTo(1);
        // 2.625 / 10.50
        assertThat(projects.investments().get(0).share()).isEqualTo(decimal("0.250000"));
        assertThat(projects.investments().get(0).planned()).isEqualTo(decimal("10.50"));
        assertThat(projects.totals()).isEmpty();
        assertThat(projects.behind()).hasSize(1);
    }

    @Test
    void theTrendHasTheEarlierAssessmentsOfThePlanAndWhatMovedSinceTheLast() {
        Trend trend = report.plan().trend();
        assertThat(trend.points()).extracting(Trend.Point::year).containsExactly(2021, 2022, 2023);
        assertThat(trend.points())
                .extracting(point -> point.counts().of(Rating.ON_TRACK))
                .containsExactly(2, 2, 0);
        assertThat(trend.moves())
                .extracting(Trend.Move::id, Trend.Move::way)
                .containsExactly(tuple("I02", Way.DOWN), tuple("I01", Way.UP), tuple("I03", Way.OTHER));
        assertThat(trend.first()).isFalse();
        assertThat(AssessmentReport.of(FIRST, PLAN, List.of(CURRENT))
                        .plan()
                        .trend()
                        .first())
                .isTrue();
    }

    @Test
    void anOpinionIsOfItsProjectOnly() {
        AssessmentReport opinion = AssessmentReport.of(OPINION, PLAN, List.of(FIRST));

        assertThat(opinion.plan()).isNull();
        assertThat(opinion.project().figure().value()).isEqualTo(decimal("25"));
        assertThat(opinion.project().investment().invested()).isEqualTo(decimal("2.625"));
        assertThat(opinion.project().years()).hasSize(1);
        assertThat(opinion.project().start()).isEqualTo("2021-01-01");
    }

    @Test
    void barsAreDrawnToTheTenth() {
        // 88 * 0.357798 = 31.486224; 12 + 88 * 0.399781 = 47.180728
        BulletBar bar = BulletBar.of(decimal("0.357798"), decimal("0.399781"));
        assertThat(bar.from()).isEqualByComparingTo("12");
        assertThat(bar.length()).isEqualTo(decimal("31.5"));
        assertThat(bar.expected()).isEqualTo(decimal("47.2"));
        BulletBar backwards = BulletBar.of(decimal("-0.1"), decimal("0.4"));
        assertThat(backwards.from()).isEqualTo(decimal("3.2"));
        assertThat(backwards.length()).isEqualTo(decimal("8.8"));
        assertThat(BulletBar.of(decimal("7"), decimal("0.4")).beyond()).isTrue();
        assertThat(BulletBar.of(decimal("-7"), decimal("0.4")).below()).isTrue();
        StackedBar stack = report.plan().trend().points().get(1).counts().bar();
        // Two of three and one of three, of 400.
        assertThat(stack.parts())
                .extracting(StackedBar.Part::length)
                .containsExactly(decimal("266.7"), decimal("133.3"));
    }
}
