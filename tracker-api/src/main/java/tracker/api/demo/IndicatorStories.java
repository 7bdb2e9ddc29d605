package tracker.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tracker.api.tables.Row;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.rating.Ratings;

/** Five years of reports on the indicators, with their slips. Core ones are reported one by one, the others in sheets. */
final class IndicatorStories {
    private final Script script;

    IndicatorStories(Script script) {
        this.script = script;
    }

    void tell() {
        DemoTables.rows("indicators").forEach(this::tell);
    }

    private void tell(Row story) {
        String id = story.cell("id");
        IndicatorDefinition indicator = script.plan.indicator(id);
        SubjectId subject = DemoPlan.subject(Kind.INDICATOR, id);
        IndicatorSeries series = new IndicatorSeries(story, indicator);
        Draws draws = Draws.of(subject.key());
        for (Period period :
                Period.within(indicator.frequency(), script.plan.definition().start(), Script.LAST_DAY)) {
            boolean slips = period.toString().equals(story.cell("slip_period"));
            LocalDate day = day(draws, subject, indicator, period, slips);
            if (day == null) {
                continue;
            }
            Report.OfIndicator truth = truth(draws, id, indicator, period, series.value(draws, period), day);
            Mishap mishap = mishap(draws, indicator, truth, slips);
            BigDecimal slip = slips ? new BigDecimal(story.cell("slip_value")) : null;
            Report.OfIndicator first = first(draws, series, truth, mishap, slip);
            mishap.tell(script, draws, subject, day, first, truth);
        }
    }

    /** Null where it is never reported. */
    private LocalDate day(
            Draws draws, SubjectId subject, IndicatorDefinition indicator, Period period, boolean surely) {
        return indicator.collection() == Collection.CORE
                ? Script.reportDay(draws, period, indicator.allowanceDays(), surely)
                : script.sheetDay(draws, subject, period, indicator.allowanceDays(), surely);
    }

    private Report.OfIndicator truth(
            Draws draws, String id, IndicatorDefinition indicator, Period period, BigDecimal value, LocalDate day) {
        boolean core = indicator.collection() == Collection.CORE;
        boolean hasEvidence = draws.percent(core ? 97 : 75);
        List<Evidence> evidence = hasEvidence ? DemoEvidence.of(draws, id, period.toString()) : List.of();
        if (!indicator.cumulative() && !core && draws.percent(3) && day.isBefore(Script.LAST_DAY)) {
            String why = script.notes.one(draws, "missing");
            return new Report.OfIndicator(period, null, indicator.unit(), ObservationStatus.M, why, evidence);
        }
        boolean early = day.equals(period.lastDay());
        String note = script.notes.one(draws, early ? "provisional" : mood(indicator, period, value));
        ObservationStatus status = early ? ObservationStatus.P : ObservationStatus.A;
        return new Report.OfIndicator(period, value, indicator.unit(), status, note, evidence);
    }

    private String mood(IndicatorDefinition indicator, Period period, BigDecimal value) {
        return switch (Ratings.of(script.plan.definition(), indicator, period, value)
                .rating()) {
            case ACHIEVED -> "ahead";
            case AT_RISK, OFF_TRACK, MOVING_AWAY -> "behind";
            case ON_TRACK, NO_TARGET, NO_BASELINE, NO_DATA -> "plain";
        };
    }

    private static Mishap mishap(Draws draws, IndicatorDefinition indicator, Report.OfIndicator truth, boolean slips) {
        int chance = draws.between(0, 99);
        if (slips) {
            return Mishap.SLIP;
        }
        if (truth.status() != ObservationStatus.A) {
            return Mishap.NONE;
        }
        boolean core = indicator.collection() == Collection.CORE;
        if (core && chance < 8 && !truth.evidence().isEmpty()) {
            return Mishap.EVIDENCE;
        }
        if (core && chance < 20 && !indicator.cumulative()) {
            return Mishap.FINAL;
        }
        return chance == 99 ? Mishap.RETRACT : Mishap.NONE;
    }

    /** {@code slip} is null where there is none. */
    private Report.OfIndicator first(
            Draws draws, IndicatorSeries series, Report.OfIndicator truth, Mishap mishap, BigDecimal slip) {
        return switch (mishap) {
            case NONE -> truth;
            case SLIP -> with(truth, slip, truth.status(), truth.note(), truth.evidence());
            case EVIDENCE -> with(truth, truth.value(), truth.status(), truth.note(), List.of());
            case FINAL ->
                with(
                        truth,
                        series.early(draws, truth.value()),
                        ObservationStatus.P,
                        script.notes.one(draws, "provisional"),
                        truth.evidence());
            case RETRACT ->
                with(truth, series.early(draws, truth.value()), truth.status(), truth.note(), truth.evidence());
        };
    }

    private static Report.OfIndicator with(
            Report.OfIndicator truth,
            BigDecimal value,
            ObservationStatus status,
            String note,
            List<Evidence> evidence) {
        return new Report.OfIndicator(truth.period(), value, truth.unit(), status, note, evidence);
    }
}
