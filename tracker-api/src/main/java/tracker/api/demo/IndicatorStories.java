package tracker.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tracker.api.tables.Row;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.rating.Ratings;

/** Five years of reports on the indicators, with their slips. The social affairs' commitments come as one sheet a year. */
final class IndicatorStories {
    private static final Actor BY_SHEET = DemoDepartments.member("social");

    private final Script script;
    private final Map<LocalDate, List<Intent.Item>> sheets = new TreeMap<>();

    IndicatorStories(Script script) {
        this.script = script;
    }

    void tell() {
        DemoTables.rows("indicators").forEach(this::tell);
        sheets.forEach((day, items) -> script.add(new Step(
                day,
                Stage.REPORT,
                BY_SHEET,
                SubjectId.ofPlan(DemoPlan.ID),
                "年度民生承诺报表导入",
                new Intent.Batch(items, true))));
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
            boolean bySheet = isOnSheet(indicator, subject);
            LocalDate day =
                    bySheet ? sheetDay(period) : Script.reportDay(draws, period, indicator.allowanceDays(), slips);
            if (day == null) {
                continue;
            }
            Report.OfIndicator truth = truth(draws, id, indicator, period, series.value(draws, period), day);
            Mishap mishap = mishap(draws, indicator, truth, slips);
            BigDecimal slip = slips ? new BigDecimal(story.cell("slip_value")) : null;
            Report.OfIndicator first = first(draws, series, truth, mishap, slip);
            if (bySheet) {
                sheets.computeIfAbsent(day, sheet -> new ArrayList<>())
                        .add(new Intent.Item(subject, new Intent.ReportProgress(first), null));
                mishap.putRight(script, draws, subject, day, truth);
            } else {
                mishap.tell(script, draws, subject, day, first, truth);
            }
        }
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

    private boolean isOnSheet(IndicatorDefinition indicator, SubjectId subject) {
        return indicator.collection() == Collection.COMMITMENT
                && script.departments.lead(subject, Script.FIRST_DAY).equals(BY_SHEET);
    }

    private static LocalDate sheetDay(Period period) {
        return period.lastDay().equals(Script.LAST_DAY)
                ? Script.LAST_DAY
                : Script.workday(period.lastDay().plusDays(20));
    }
}
