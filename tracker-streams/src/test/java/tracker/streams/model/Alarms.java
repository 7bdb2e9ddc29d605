package tracker.streams.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;

/** What there is to warn of on a sheet: domain.md, "Early warnings", once more. */
final class Alarms {
    private static final List<Rating> BEHIND = List.of(Rating.AT_RISK, Rating.OFF_TRACK, Rating.MOVING_AWAY);

    private final Ledger ledger;
    private final Sheet sheet;
    private final Supervision supervision;
    private final SortedMap<WarningRule, Cause> found = new TreeMap<>();

    private Alarms(Ledger ledger, Sheet sheet) {
        this.ledger = ledger;
        this.sheet = sheet;
        supervision = ledger.plan.supervision();
    }

    static SortedMap<WarningRule, Cause> of(Ledger ledger, Sheet sheet) {
        Alarms alarms = new Alarms(ledger, sheet);
        if (sheet.indicator != null) {
            alarms.indicator();
        } else if (sheet.project != null) {
            alarms.project();
        }
        alarms.unproven();
        alarms.found.keySet().retainAll(alarms.supervision.rules());
        return alarms.found;
    }

    private void indicator() {
        behind();
        stale(sheet.indicator.frequency(), sheet.indicator.allowanceDays(), ledger.plan.start(), ledger.plan.end());
        List<Report.OfIndicator> actuals = sheet.actuals();
        List<Period> periods = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        for (Report.OfIndicator actual : actuals) {
            if (actual.period().frequency()
                    == actuals.get(actuals.size() - 1).period().frequency()) {
                periods.add(actual.period());
                values.add(actual.value());
            }
        }
        if (sheet.indicator.cumulative()) {
            drop(periods, values);
        }
        jump(periods, values);
        LocalDate due = supervision.targetsDue();
        if (sheet.indicator.target() == null && due != null && ledger.passed(due)) {
            found.put(WarningRule.NO_TARGET, Cause.none());
        }
    }

    private void project() {
        boolean cancelled = sheet.projectStatus() == ProjectStatus.CANCELLED;
        List<Period> percentOf = new ArrayList<>();
        List<BigDecimal> percents = new ArrayList<>();
        List<Period> investedOf = new ArrayList<>();
        List<BigDecimal> invested = new ArrayList<>();
        for (Report report : sheet.inForce()) {
            Report.OfProject of = (Report.OfProject) report;
            if (of.percentComplete() != null) {
                percentOf.add(of.period());
                percents.add(of.percentComplete());
            }
            if (of.invested() != null) {
                investedOf.add(of.period());
                invested.add(of.invested());
            }
        }
        // Money says more than a percentage: put last, it stays.
        drop(percentOf, percents);
        drop(investedOf, invested);
        BigDecimal total = sheet.project.investment();
        if (!invested.isEmpty() && invested.get(invested.size() - 1).compareTo(total) > 0) {
            found.put(WarningRule.OVERSPEND, Cause.beyond(List.of(), invested.get(invested.size() - 1), total));
        }
        if (cancelled) {
            return;
        }
        behind();
        if (supervision.projectFrequency() != null) {
            LocalDate from = sheet.project.start() == null ? ledger.plan.start() : sheet.project.start();
            stale(supervision.projectFrequency(), supervision.projectAllowanceDays(), from, lastDay());
        }
        List<String> overdue = new ArrayList<>();
        sheet.milestones.forEach((id, milestone) -> {
            if (!sheet.reached.containsKey(id) && ledger.passed(milestone.due())) {
                overdue.add(id);
            }
        });
        if (!overdue.isEmpty()) {
            found.put(WarningRule.MILESTONE_OVERDUE, Cause.ofMilestones(overdue));
        }
    }

    /** Of what is completed nothing more is to be reported after the first period that said so. */
    private LocalDate lastDay() {
        LocalDate end = sheet.project.end() == null ? ledger.plan.end() : sheet.project.end();
        if (sheet.projectStatus() == ProjectStatus.COMPLETED) {
            for (Report report : sheet.inForce()) {
                LocalDate day = Spans.end(report.period());
                if (((Report.OfProject) report).status() == ProjectStatus.COMPLETED && day.isBefore(end)) {
                    return day;
                }
            }
        }
        return end;
    }

    private void behind() {
        Reckoning reckoned = Reckoning.of(ledger.plan, sheet);
        if (BEHIND.contains(reckoned.rating())) {
            found.put(WarningRule.BEHIND, Cause.rated(reckoned.period(), reckoned.rating(), reckoned.pace()));
        }
    }

    private void stale(Frequency frequency, int allowance, LocalDate from, LocalDate to) {
        List<Period> missing = new ArrayList<>();
        for (Period due : Spans.between(frequency, from, to)) {
            boolean answered = sheet.inForce().stream()
                    .anyMatch(report -> !isForecast(report) && Spans.answers(report.period(), due));
            if (!answered && ledger.passed(Spans.end(due).plusDays(allowance))) {
                missing.add(due);
            }
        }
        if (!missing.isEmpty()) {
            found.put(WarningRule.STALE, Cause.of(missing));
        }
    }

    static boolean isForecast(Report report) {
        return report instanceof Report.OfIndicator of && of.status() == ObservationStatus.F;
    }

    private void drop(List<Period> periods, List<BigDecimal> values) {
        int n = values.size();
        if (n > 1 && values.get(n - 1).compareTo(values.get(n - 2)) < 0) {
            found.put(WarningRule.DROP, Cause.beyond(periods.subList(n - 2, n), values.get(n - 1), values.get(n - 2)));
        }
    }

    /** At least two changes before the last tell what is usual: the one in the middle, or halfway between the two there. */
    private void jump(List<Period> periods, List<BigDecimal> values) {
        int n = values.size();
        if (n < 4) {
            return;
        }
        List<BigDecimal> before = new ArrayList<>();
        for (int i = 1; i < n - 1; i++) {
            before.add(values.get(i).subtract(values.get(i - 1)).abs());
        }
        Collections.sort(before);
        BigDecimal twiceUsual = before.get((before.size() - 1) / 2).add(before.get(before.size() / 2));
        BigDecimal limit =
                twiceUsual.multiply(supervision.jumpMultiple()).divide(BigDecimal.valueOf(2), Reckoning.SIXTEEN);
        BigDecimal change = values.get(n - 1).subtract(values.get(n - 2)).abs();
        if (limit.signum() > 0 && change.compareTo(limit) > 0) {
            found.put(WarningRule.JUMP, Cause.beyond(periods.subList(n - 2, n), change, limit));
        }
    }

    private void unproven() {
        String group = sheet.indicator != null
                ? sheet.indicator.collection().label()
                : sheet.project != null ? "projects" : "tasks";
        List<Period> unproven = new ArrayList<>();
        for (Report report : sheet.inForce()) {
            boolean missing = report instanceof Report.OfIndicator of && of.status() == ObservationStatus.M;
            if (report.evidence().isEmpty() && !missing) {
                unproven.add(report.period());
            }
        }
        if (supervision.evidenceFor().contains(group) && !unproven.isEmpty()) {
            found.put(WarningRule.EVIDENCE_MISSING, Cause.of(unproven));
        }
    }
}
