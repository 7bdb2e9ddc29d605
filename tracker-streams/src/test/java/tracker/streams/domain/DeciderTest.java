package tracker.streams.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.domain.Given.ECONOMY;
import static tracker.streams.domain.Given.OFFICE;
import static tracker.streams.domain.Given.PLAN;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Decider;
import tracker.streams.domain.command.Decision;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.command.Subjects;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked.IndicatorState;

/** Given what happened, when somebody wants something, then. */
class DeciderTest {
    private static final SubjectId SUBJECT = new SubjectId(PLAN, Kind.INDICATOR, "I01");
    private static final Instant NOW = Instant.parse("2023-02-01T00:00:00Z");
    private static final Fact DEFINED = new Fact.IndicatorDefined(Given.indicator(Measure.LEVEL, "2820", "5000"));
    private static final Fact ASSIGNED = new Fact.ResponsibilityAssigned(Given.lead("economy"));
    private static final Intent REPORT = new Intent.ReportProgress(Given.value("2022", "3600"));

    @Test
    void aReportBecomesAFact() {
        assertThat(when(given(DEFINED), OFFICE, null, REPORT))
                .isEqualTo(Decision.accept(new Fact.ProgressReported(Given.value("2022", "3600"))));
    }

    @Test
    void theLeadingDepartmentMayReportAndNoOther() {
        Actor works = new Actor(Role.DEPARTMENT, "works", "works-token");

        assertThat(when(given(DEFINED, ASSIGNED), ECONOMY, null, REPORT)).isInstanceOf(Decision.Accepted.class);
        assertThat(refusal(when(given(DEFINED, ASSIGNED), works, null, REPORT))).isEqualTo(Code.NOT_YOURS);
        assertThat(refusal(when(given(DEFINED), ECONOMY, null, REPORT))).isEqualTo(Code.NOT_YOURS);
        assertThat(refusal(when(given(DEFINED), new Actor(Role.AUDITOR, null, "a"), null, REPORT)))
                .isEqualTo(Code.NOT_YOURS);
    }

    @Test
    void rightsComeBeforeTheVersion() {
        Actor works = new Actor(Role.DEPARTMENT, "works", "works-token");

        assertThat(refusal(when(given(DEFINED, ASSIGNED), works, 1L, REPORT))).isEqualTo(Code.NOT_YOURS);
    }

    @Test
    void theExpectedVersionMustBeTheCurrentOne() {
        assertThat(refusal(when(given(DEFINED), OFFICE, 0L, REPORT))).isEqualTo(Code.STALE_VERSION);
        assertThat(when(given(DEFINED), OFFICE, 1L, REPORT)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aPeriodIsReportedOnce() {
        Subject reported = given(DEFINED, new Fact.ProgressReported(Given.value("2022", "3000")));

        assertThat(refusal(when(reported, OFFICE, null, REPORT))).isEqualTo(Code.PERIOD_ALREADY_REPORTED);
    }

    @Test
    void aCorrectionNamesWhatItCorrectsAndNeedsAReason() {
        Subject reported = given(DEFINED, new Fact.ProgressReported(Given.value("2022", "3000")));
        Intent correct = new Intent.CorrectReport(Given.value("2022", "3600"));

        assertThat(because(reported, correct, "audited"))
                .isEqualTo(Decision.accept(new Fact.ReportCorrected(Given.value("2022", "3600"), "e1")));
        assertThat(refusal(because(reported, correct, null))).isEqualTo(Code.INVALID);
        assertThat(refusal(because(given(DEFINED), correct, "audited"))).isEqualTo(Code.PERIOD_NOT_REPORTED);
    }

    @Test
    void aRetractionBringsTheEarlierValueBack() {
        Fact reported = new Fact.ProgressReported(Given.value("2022", "3000"));
        Fact corrected = new Fact.ReportCorrected(Given.value("2022", "3600"), "e1");
        Intent retract = new Intent.RetractReport(Period.of("2022"));

        assertThat(because(given(DEFINED, reported, corrected), retract, "mistaken"))
                .isEqualTo(Decision.accept(new Fact.ReportRetracted(Period.of("2022"), "e2")));
        assertThat(value(given(DEFINED, reported, corrected, new Fact.ReportRetracted(Period.of("2022"), "e2"))))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("3000"));
        assertThat(value(given(DEFINED, reported, new Fact.ReportRetracted(Period.of("2022"), "e1"))))
                .isEmpty();
        assertThat(refusal(because(given(DEFINED), retract, "mistaken"))).isEqualTo(Code.PERIOD_NOT_REPORTED);
    }

    @Test
    void aReasonHasItsLimit() {
        assertThat(refusal(because(given(DEFINED), REPORT, "x".repeat(1001)))).isEqualTo(Code.INVALID);
        assertThat(refusal(because(given(DEFINED), REPORT, "a\u0000b"))).isEqualTo(Code.INVALID);
    }

    @Test
    void aPeriodThatHasNotEndedIsRefusedByThePlansOwnCalendar() {
        Intent year = new Intent.ReportProgress(Given.value("2023-01", "3600"));
        // 2023-01-31 has begun in Shanghai at 16:00 UTC of the day before.
        Instant dayBefore = Instant.parse("2023-01-30T15:59:59Z");
        Instant lastDay = Instant.parse("2023-01-30T16:00:00Z");

        assertThat(refusal(decide(given(DEFINED), OFFICE, null, year, dayBefore)))
                .isEqualTo(Code.INVALID);
        assertThat(decide(given(DEFINED), OFFICE, null, year, lastDay)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThat(refusal(when(null, OFFICE, null, REPORT))).isEqualTo(Code.UNKNOWN_SUBJECT);
        assertThat(refusal(Decider.decide(new PlainJournal(), command(OFFICE, null, REPORT), NOW)))
                .isEqualTo(Code.UNKNOWN_PLAN);
    }

    @Test
    void whatIsThereIsNotRegisteredAgain() {
        Intent define = new Intent.DefineIndicator(Given.indicator(Measure.LEVEL, "1", "2"));

        assertThat(refusal(when(given(DEFINED), OFFICE, null, define))).isEqualTo(Code.ALREADY_REGISTERED);
        assertThat(refusal(when(given(DEFINED), OFFICE, 0L, define))).isEqualTo(Code.STALE_VERSION);
        assertThat(when(null, OFFICE, 0L, define)).isInstanceOf(Decision.Accepted.class);
        assertThat(refusal(when(null, ECONOMY, 0L, define))).isEqualTo(Code.NOT_YOURS);
    }

    @Test
    void everyFaultIsNamed() {
        Intent wrong = new Intent.ReportProgress(new tracker.streams.domain.event.Report.OfIndicator(
                Period.of("2026"),
                Given.decimal("-1"),
                "%",
                ObservationStatus.A,
                "a\u0007b",
                List.of(new Evidence("x", null, "ABC"))));

        Decision.Refused refused = (Decision.Refused) when(given(DEFINED), OFFICE, null, wrong);

        assertThat(refused.refusal().errors())
                .extracting("pointer")
                .containsExactlyInAnyOrder("/period", "/note", "/evidence/0/sha256", "/unit", "/value");
    }

    private static Decision because(Subject subject, Intent intent, String reason) {
        return Decider.decide(with(subject), new Command("c", SUBJECT, OFFICE, null, null, reason, intent), NOW);
    }

    private static Optional<BigDecimal> value(Subject subject) {
        return ((IndicatorState) subject).latest().map(Report.OfIndicator::value);
    }

    private static Decision when(Subject subject, Actor actor, Long expectedVersion, Intent intent) {
        return decide(subject, actor, expectedVersion, intent, NOW);
    }

    private static Decision decide(Subject subject, Actor actor, Long expectedVersion, Intent intent, Instant now) {
        return Decider.decide(with(subject), command(actor, expectedVersion, intent), now);
    }

    private static Command command(Actor actor, Long expectedVersion, Intent intent) {
        return new Command("c", SUBJECT, actor, expectedVersion, null, null, intent);
    }

    /** The plan, and beside it the one subject. */
    private static Subjects with(Subject subject) {
        PlanState plan = (PlanState) fold(SubjectId.ofPlan(PLAN), List.of(new Fact.PlanRegistered(Given.plan())));
        return new Subjects() {
            @Override
            public PlanState plan() {
                return plan;
            }

            @Override
            public Subject find(SubjectId id) {
                return id.equals(SUBJECT) ? subject : null;
            }

            @Override
            public Iterable<Subject> all() {
                return subject == null ? List.of() : List.of(subject);
            }
        };
    }

    private static Code refusal(Decision decision) {
        return ((Decision.Refused) decision).refusal().code();
    }

    private static Subject given(Fact... facts) {
        return fold(SUBJECT, List.of(facts));
    }

    private static Subject fold(SubjectId id, List<Fact> facts) {
        Subject subject = null;
        List<Fact> past = new ArrayList<>(facts);
        for (int i = 0; i < past.size(); i++) {
            subject = Evolution.evolve(
                    subject,
                    new Event(
                            "e" + i,
                            id,
                            i + 1,
                            i + 1,
                            NOW,
                            OFFICE,
                            null,
                            null,
                            "c" + i,
                            Hash.NONE,
                            false,
                            past.get(i)));
        }
        return subject;
    }
}
