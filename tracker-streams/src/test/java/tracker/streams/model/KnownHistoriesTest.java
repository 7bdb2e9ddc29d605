package tracker.streams.model;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.model.Op.By;
import tracker.streams.model.Wish.Proof;

/** Histories by which {@link HistoriesTest} found that something was wrong, shrunk, and written out. */
class KnownHistoriesTest {
    private static final LocalDate JANUARY = LocalDate.of(2021, 1, 31);

    @Test
    void aTargetForAYearWithAnotherUpperEnd() {
        play(office("ranged", new Wish.Target(null, null, "100", "0", null)));
    }

    @Test
    void aMilestonePlannedAnewAfterItWasReached() {
        play(
                office("P1", new Wish.Reached("m1", JANUARY, Proof.NONE)),
                office("P1", new Wish.Milestone("m1", JANUARY, true)),
                new Op.Turn(By.CLOCK, 0));
    }

    @Test
    void aForecastForAPeriodThatIsMissing() {
        play(
                new Op.Turn(By.CLOCK, 0),
                office("ranged", new Wish.Seen(WarningRule.STALE)),
                office("ranged", value("2021-02", "0.2", ObservationStatus.F)));
    }

    @Test
    void aDayTurnedOfAnIndicator() {
        play(new Op.Send(By.CLOCK, "level", new Wish.Day(JANUARY), "because"));
    }

    @Test
    void aDelegatedIndicatorOnACompoundLineToNothing() {
        play(
                office("level", value("2021-Q1", "10", ObservationStatus.A)),
                office(
                        "level",
                        new Wish.Indicator(SmallPlan.UNIT, Measure.DELEGATED, "0", ExpectedLine.COMPOUND, true)));
    }

    @Test
    void aBatchOfTheWrongDepartmentWithWhatIsInForce() {
        play(
                office("level", value("2021-Q1", "10", ObservationStatus.A)),
                new Op.Same(By.WORKS, 0, false),
                new Op.Same(By.ECONOMY, 0, false));
    }

    @Test
    void anAdjustmentOfTheThresholds() {
        Op adjusted =
                office("plan", new Wish.Rules("0.8", "0.60", ExpectedLine.LINEAR, null, null, null, Frequency.YEAR, 3));
        Bench bench = new Bench();
        try {
            new TopologyRun(bench)
                    .play(List.of(office("falling", value("2021-H1", "8.9", ObservationStatus.A)), adjusted));
        } finally {
            bench.close();
        }
    }

    private static void play(Op... history) {
        new Run("zone").play(List.of(history));
    }

    private static Op office(String subject, Wish wish) {
        return new Op.Send(By.OFFICE, subject, wish, "because");
    }

    private static Wish value(String period, String value, ObservationStatus status) {
        return new Wish.Value(period, value, SmallPlan.UNIT, status, Proof.NONE, false);
    }
}
