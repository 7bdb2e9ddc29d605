package tracker.streams.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.domain.Given.ECONOMY;
import static tracker.streams.domain.Given.OFFICE;
import static tracker.streams.domain.Given.PLAN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Handling;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.plan.YearlyTarget;
import tracker.streams.domain.state.OpenWarning;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.supervision.Duties;
import tracker.streams.domain.supervision.Duty;

/** Commands carried out on a plan, with what follows from them. Most were found by the histories of {@code tracker.streams.model}. */
class HandlingTest {

    private static final SubjectId THE_PLAN = SubjectId.ofPlan(PLAN);
    private static final SubjectId I01 = new SubjectId(PLAN, Kind.INDICATOR, "I01");
    private static final SubjectId P01 = new SubjectId(PLAN, Kind.PROJECT, "P01");
    private static final Actor CLOCK = new Actor(Role.SYSTEM, null, "clock");

    private final PlainJournal journal = new PlainJournal();
    private Instant now = Instant.parse("2023-03-10T00:00:00Z");
    private int sent;

    @BeforeEach
    void registerThePlan() {
        assertThat(send(OFFICE, THE_PLAN, new Intent.RegisterPlan(Given.plan())))
                .isNull();
    }

    @Test
    void yearlyTargetsLeaveARangeAsItIs() {
        define(Given.indicator(Measure.LEVEL, "0", "60")
                .withTarget(Measure.LEVEL, new BigDecimal(60), new BigDecimal(80), List.of()));
        List<YearlyTarget> years = List.of(new YearlyTarget(2022, new BigDecimal(20)));

        assertThat(send(OFFICE, I01, new Intent.SetTarget(null, null, new BigDecimal(100), years)))
                .isEqualTo(Code.ADJUSTMENT_REQUIRED);
        assertThat(send(OFFICE, I01, new Intent.SetTarget(null, null, new BigDecimal("80.0"), years)))
                .isNull();
    }

    @Test
    void aLateReportsStatusIsHeldAgainstThePeriodsAroundIt() {
        assertThat(send(OFFICE, P01, new Intent.RegisterProject(Given.project("10"))))
                .isNull();
        assertThat(send(OFFICE, P01, status("2022-Q2", ProjectStatus.IMPLEMENTATION)))
                .isNull();

        assertThat(send(OFFICE, P01, status("2022-Q1", ProjectStatus.COMPLETED)))
                .isEqualTo(Code.INVALID);
        assertThat(send(OFFICE, P01, status("2022-Q1", ProjectStatus.PREPARATION)))
                .isNull();
        assertThat(send(OFFICE, P01, status("2022-Q3", ProjectStatus.PREPARATION)))
                .isEqualTo(Code.INVALID);
        assertThat(((ProjectState) journal.find(P01)).status()).isEqualTo(ProjectStatus.IMPLEMENTATION);
    }

    private static Intent status(String period, ProjectStatus status) {
        return new Intent.ReportProgress(
                new Report.OfProject(Period.of(period), null, "亿元", null, status, null, List.of()));
    }

    @Test
    void aBatchDoesNotTellTheWrongDepartmentWhatIsInForce() {
        define(Given.indicator(Measure.LEVEL, "2820", "5000"));
        Intent report = new Intent.ReportProgress(Given.value("2022", "3600"));
        assertThat(send(OFFICE, I01, report)).isNull();
        Intent batch = new Intent.Batch(List.of(new Intent.Item(I01, report, null)), false);

        assertThat(handle(ECONOMY, THE_PLAN, batch).rows().refused())
                .extracting("code")
                .containsExactly("not-yours");
        assertThat(handle(OFFICE, THE_PLAN, batch).rows().ignored()).containsExactly(0);
    }

    @Test
    void aDelegatedIndicatorThatHasItsTargetNeedsALineToBeHeldAgainst() {
        IndicatorDefinition delegated =
                Given.indicator(Measure.DELEGATED, Direction.HIGHER, "0", "100", ExpectedLine.COMPOUND, List.of());

        assertThat(send(OFFICE, I01, new Intent.DefineIndicator(delegated))).isEqualTo(Code.INVALID);
        define(Given.indicator(Measure.DELEGATED, "0", "100"));
        assertThat(send(OFFICE, I01, new Intent.Adjust(new Change.OfIndicator(delegated), "doc. 7")))
                .isEqualTo(Code.INVALID);
        assertThat(send(OFFICE, I01, new Intent.ReportProgress(Given.value("2022", "50"))))
                .isNull();
    }

    @Test
    void aPersonIsErasedOnceAndByThePlanningOffice() {
        Intent erase = new Intent.ErasePerson("0123456789abcdef0123456789abcdef");

        assertThat(send(ECONOMY, THE_PLAN, erase)).isEqualTo(Code.NOT_YOURS);
        assertThat(send(OFFICE, THE_PLAN, new Intent.ErasePerson("Zhang Wei"))).isEqualTo(Code.INVALID);
        assertThat(send(OFFICE, THE_PLAN, erase)).isNull();
        assertThat(send(OFFICE, THE_PLAN, erase)).isEqualTo(Code.PERSON_ERASED);
    }

    @Test
    void aMilestoneThatWasReachedStaysReachedWhenItIsPlannedAnew() {
        assertThat(send(OFFICE, P01, new Intent.RegisterProject(Given.project("160"))))
                .isNull();
        assertThat(send(OFFICE, P01, new Intent.PlanMilestone(milestone("2022-12-31"))))
                .isNull();
        LocalDate reached = LocalDate.of(2022, 12, 1);
        assertThat(send(OFFICE, P01, new Intent.ReachMilestone("m1", reached, null, null, List.of())))
                .isNull();
        assertThat(send(OFFICE, P01, new Intent.Adjust(new Change.OfMilestone(milestone("2022-11-30")), "doc. 7")))
                .isNull();
        assertThat(send(CLOCK, THE_PLAN, new Intent.TurnDay(LocalDate.of(2023, 3, 10))))
                .isNull();

        ProjectState project = (ProjectState) journal.find(P01);
        assertThat(project.milestones().get("m1").reachedOn()).isEqualTo(reached);
        assertThat(project.warnings()).isEmpty();
    }

    private static Milestone milestone(String due) {
        return new Milestone("m1", Given.text("节点", "milestone"), LocalDate.parse(due), null, null, null);
    }

    @Test
    void aForecastLeavesItsPeriodMissingAndTheWarningAsItWas() {
        define(Given.indicator(Measure.LEVEL, "2820", "5000"));
        assertThat(send(CLOCK, THE_PLAN, new Intent.TurnDay(LocalDate.of(2023, 3, 10))))
                .isNull();
        assertThat(send(OFFICE, I01, new Intent.AcknowledgeWarning(WarningRule.STALE, "seen")))
                .isNull();
        OpenWarning stale = ((Tracked) journal.find(I01)).warnings().get(WarningRule.STALE);
        Report forecast = new Report.OfIndicator(
                Period.of("2022"), new BigDecimal(3600), "亿元", ObservationStatus.F, null, List.of());

        assertThat(send(OFFICE, I01, new Intent.ReportProgress(forecast))).isNull();

        assertThat(((Tracked) journal.find(I01)).warnings().get(WarningRule.STALE))
                .isEqualTo(stale);
        assertThat(journal.events()).extracting(Event::fact).noneMatch(Fact.WarningUpdated.class::isInstance);
    }

    @Test
    void aForecastInTimeDoesNotMakeALateReportOneInTime() {
        define(Given.indicator(Measure.LEVEL, "2820", "5000"));
        Report.OfIndicator actual = Given.value("2022", "3600");
        Report forecast = new Report.OfIndicator(
                actual.period(), actual.value(), actual.unit(), ObservationStatus.F, null, List.of());
        now = Instant.parse("2023-02-01T00:00:00Z");
        assertThat(send(OFFICE, I01, new Intent.ReportProgress(forecast))).isNull();
        now = Instant.parse("2023-04-01T00:00:00Z");
        assertThat(send(OFFICE, I01, new Intent.CorrectReport(actual))).isNull();

        Duty duty = Duties.of(journal.plan(), (Tracked) journal.find(I01)).get(1);
        assertThat(duty.period()).isEqualTo(actual.period());
        assertThat(duty.on(null)).isEqualTo(Duty.State.LATE);
    }

    @Test
    void whatNoSubjectOfItsKindCanDoIsRefused() {
        define(Given.indicator(Measure.LEVEL, "2820", "5000"));

        assertThat(send(CLOCK, I01, new Intent.TurnDay(LocalDate.of(2023, 3, 10))))
                .isEqualTo(Code.UNKNOWN_SUBJECT);
        assertThat(send(OFFICE, I01, new Intent.AnswerFeedback("thanks"))).isEqualTo(Code.UNKNOWN_SUBJECT);
    }

    private void define(IndicatorDefinition indicator) {
        assertThat(send(OFFICE, I01, new Intent.DefineIndicator(indicator))).isNull();
    }

    /** The refusal's code, null where there is none. */
    private Code send(Actor actor, SubjectId subject, Intent intent) {
        Handling.Outcome outcome = handle(actor, subject, intent);
        return outcome.refusal() == null ? null : outcome.refusal().code();
    }

    private Handling.Outcome handle(Actor actor, SubjectId subject, Intent intent) {
        return journal.handle(new Command("c" + ++sent, subject, actor, null, null, "because", intent), now);
    }
}
