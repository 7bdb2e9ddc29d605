package tracker.streams.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.domain.Given.ECONOMY;
import static tracker.streams.domain.Given.OFFICE;
import static tracker.streams.domain.Given.PLAN;
import static tracker.streams.domain.Given.decimal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Verdicts;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.RollUps;

/** Each kind of indicator that a plan holds, from its definition to its rating and its warnings. */
class IndicatorKindsTest {
    private static final Instant NOW = Instant.parse("2024-03-01T00:00:00Z");

    private final PlainJournal journal = new PlainJournal();
    private int sent;

    @BeforeEach
    void registerThePlan() {
        accepted(SubjectId.ofPlan(PLAN), OFFICE, new Intent.RegisterPlan(Given.plan()));
        accepted(
                SubjectId.ofPlan(PLAN),
                new Actor(Role.SYSTEM, null, "clock"),
                new Intent.TurnDay(LocalDate.of(2024, 3, 1)));
    }

    @Test
    void anUnassignedIndicatorIsTheOfficesToReportAndIsListed() {
        SubjectId id = define(Given.indicator(Measure.LEVEL, "2820", "5000"));

        assertThat(refused(id, ECONOMY, report("2022", "3600"))).isEqualTo(Refusal.Code.NOT_YOURS);
        accepted(id, OFFICE, report("2022", "3600"));
        assertThat(unassigned()).containsExactly("indicator/X");
        accepted(id, OFFICE, new Intent.AssignResponsibility(Given.lead("economy")));
        accepted(id, ECONOMY, report("2023", "4000"));
        assertThat(unassigned()).isEmpty();
        assertThat(refused(id, OFFICE, new Intent.AssignResponsibility(Given.lead("works"))))
                .isEqualTo(Refusal.Code.ADJUSTMENT_REQUIRED);
    }

    @Test
    void aDelegatedIndicatorKeepsItsValuesAndIsRatedOnceItsTargetIsAssigned() {
        SubjectId id = define(Given.indicator(Measure.DELEGATED, "2", null));
        accepted(id, OFFICE, report("2022", "2.1"));
        assertThat(rating(id)).isEqualTo(Rating.NO_TARGET);
        assertThat(state(id).latest().orElseThrow().value()).isEqualByComparingTo("2.1");

        accepted(id, OFFICE, new Intent.SetTarget(Measure.LEVEL, decimal("3"), null, List.of()));

        // 0.1 of 1 against 730 / 1826
        assertThat(Verdicts.of(journal.plan(), state(id)).completion()).isEqualTo(new BigDecimal("0.100000"));
        assertThat(rating(id)).isEqualTo(Rating.OFF_TRACK);
        assertThat(refused(id, OFFICE, new Intent.SetTarget(Measure.LEVEL, decimal("2"), null, List.of())))
                .isEqualTo(Refusal.Code.ADJUSTMENT_REQUIRED);
    }

    @Test
    void aMaintainedIndicatorMayFallFromItsBaselineAsLongAsItKeepsItsTarget() {
        SubjectId id = define(Given.indicator(Measure.MAINTAIN, "29", "19"));
        accepted(id, OFFICE, report("2021", "25"));
        assertThat(rating(id)).isEqualTo(Rating.ON_TRACK);
        assertThat(Verdicts.of(journal.plan(), state(id)).completion()).isNull();

        accepted(id, OFFICE, report("2022", "18.5"));
        assertThat(rating(id)).isEqualTo(Rating.AT_RISK);
        accepted(id, OFFICE, report("2023", "17"));
        assertThat(rating(id)).isEqualTo(Rating.OFF_TRACK);
        assertThat(state(id).warnings()).containsOnlyKeys(WarningRule.BEHIND);
    }

    @Test
    void aRecurringIndicatorBeginsAnewEachYear() {
        SubjectId id = define(Given.indicator(Measure.RECURRING, null, "6"));
        accepted(id, OFFICE, report("2021", "7"));
        assertThat(rating(id)).isEqualTo(Rating.ON_TRACK);
        accepted(id, OFFICE, report("2022", "5"));
        assertThat(rating(id)).isEqualTo(Rating.AT_RISK);
        accepted(id, OFFICE, report("2023", "6"));
        assertThat(rating(id)).isEqualTo(Rating.ON_TRACK);
        assertThat(state(id).warnings()).isEmpty();
    }

    @Test
    void aRangedIndicatorIsMetAtItsLowerEnd() {
        IndicatorDefinition plain = Given.indicator(Measure.LEVEL, "0", "3");
        SubjectId id = define(plain.withTarget(Measure.LEVEL, decimal("3"), decimal("5"), List.of()));
        accepted(id, OFFICE, report("2022", "2"));
        // 2 of 3 against 730 / 1826
        assertThat(Verdicts.of(journal.plan(), state(id)).pace()).isEqualTo(new BigDecimal("1.667580"));
        accepted(id, OFFICE, report("2023", "3"));
        assertThat(rating(id)).isEqualTo(Rating.ACHIEVED);
    }

    @Test
    void aDescendingIndicatorIsBetterTheLowerItIs() {
        SubjectId id = define(Given.indicator(Measure.LEVEL, Direction.LOWER, "100", "80", null, List.of()));
        accepted(id, OFFICE, report("2021", "101"));
        assertThat(rating(id)).isEqualTo(Rating.MOVING_AWAY);
        accepted(id, OFFICE, report("2022", "90"));
        assertThat(rating(id)).isEqualTo(Rating.ON_TRACK);
        accepted(id, OFFICE, report("2023", "80"));
        assertThat(rating(id)).isEqualTo(Rating.ACHIEVED);
    }

    @Test
    void aCumulativeIndicatorThatFallsIsWarnedOfAndACorrectionClearsIt() {
        IndicatorDefinition level = Given.indicator(Measure.LEVEL, "0", "80");
        SubjectId id = define(new IndicatorDefinition(
                Collection.COMMITMENT,
                level.goal(),
                level.name(),
                level.unit(),
                level.measure(),
                level.direction(),
                level.baseline(),
                level.target(),
                null,
                level.min(),
                null,
                level.frequency(),
                60,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                true));
        accepted(id, OFFICE, report("2021", "40"));
        accepted(id, OFFICE, report("2022", "39"));
        assertThat(state(id).warnings().get(WarningRule.DROP).cause().value()).isEqualByComparingTo("39");

        Command correct = new Command(
                "correct", id, OFFICE, null, null, "typed wrong", new Intent.CorrectReport(Given.value("2022", "41")));
        assertThat(journal.handle(correct, NOW).refusal()).isNull();

        assertThat(state(id).warnings()).doesNotContainKey(WarningRule.DROP);
    }

    private List<String> unassigned() {
        List<Subject> subjects = new java.util.ArrayList<>();
        journal.all().forEach(subjects::add);
        return RollUps.unassigned(
                        new PlanSnapshot(journal.plan(), journal.plan().head(), subjects))
                .items()
                .stream()
                .map(line -> line.subject())
                .toList();
    }

    private SubjectId define(IndicatorDefinition definition) {
        SubjectId id = new SubjectId(PLAN, Kind.INDICATOR, "X");
        accepted(id, OFFICE, new Intent.DefineIndicator(definition));
        return id;
    }

    private static Intent report(String period, String value) {
        return new Intent.ReportProgress(Given.value(period, value));
    }

    private void accepted(SubjectId id, Actor actor, Intent intent) {
        assertThat(send(id, actor, intent)).isNull();
    }

    private Refusal.Code refused(SubjectId id, Actor actor, Intent intent) {
        return send(id, actor, intent).code();
    }

    private Refusal send(SubjectId id, Actor actor, Intent intent) {
        return journal.handle(new Command("c" + ++sent, id, actor, null, null, null, intent), NOW)
                .refusal();
    }

    private IndicatorState state(SubjectId id) {
        return (IndicatorState) journal.find(id);
    }

    private Rating rating(SubjectId id) {
        return Verdicts.of(journal.plan(), state(id)).rating();
    }
}
