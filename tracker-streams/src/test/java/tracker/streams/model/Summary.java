package tracker.streams.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.plan.ProjectDefinition;
import tracker.streams.domain.plan.WarningRule;

/** What the model says of the plan and its subjects, line by line. */
final class Summary {
    private final Ledger ledger;
    private final Map<String, SortedMap<WarningRule, OpenAlarms.Open>> alarms;
    private final Lines lines = new Lines();

    Summary(Ledger ledger, Map<String, SortedMap<WarningRule, OpenAlarms.Open>> alarms) {
        this.ledger = ledger;
        this.alarms = alarms;
    }

    SortedMap<String, String> figures() {
        ledger.sheets.values().forEach(this::subject);
        lines.put("day", ledger.day);
        lines.put("ended", ledger.passed(ledger.plan.end()));
        lines.put("thresholds.onTrack", ledger.plan.thresholds().onTrack());
        rollUp();
        return lines.all();
    }

    private void subject(Sheet sheet) {
        String name = sheet.id.id() + ".";
        lines.put(name + "lead", sheet.responsibility == null ? null : sheet.responsibility.lead());
        if (sheet.indicator != null) {
            indicator(name, sheet.indicator);
            reckoning(name, Reckoning.of(ledger.plan, sheet), "value");
        } else if (sheet.project != null) {
            project(name, sheet);
            reckoning(name, Reckoning.of(ledger.plan, sheet), "percentComplete");
        } else {
            Report.OfTask latest = sheet.latest(Report.OfTask.class, Report.OfTask::status);
            lines.put(name + "status", sheet.taskStatus());
            lines.put(name + "period", latest == null ? null : latest.period());
        }
        alarms.get(sheet.id.key())
                .forEach((rule, open) -> lines.put(name + "warning." + rule.label(), text(open.cause(), open)));
    }

    private static String text(Cause cause, OpenAlarms.Open open) {
        String periods = cause.periods().stream().map(Lines::text).collect(Collectors.joining(" "));
        return String.join(
                "|",
                Lines.text(open.since()),
                open.seen() ? "seen" : "",
                periods,
                String.join(" ", cause.milestones()),
                Lines.text(cause.rating()),
                Lines.text(cause.value()),
                Lines.text(cause.limit()));
    }

    private void indicator(String name, IndicatorDefinition indicator) {
        lines.put(name + "measure", indicator.measure());
        lines.put(name + "unit", indicator.unit());
        lines.put(name + "target", indicator.target());
        lines.put(name + "targetHigh", indicator.targetHigh());
        indicator.yearlyTargets().forEach(year -> lines.put(name + "target." + year.year(), year.value()));
    }

    private void reckoning(String name, Reckoning reckoning, String value) {
        lines.put(name + value, reckoning.value());
        lines.put(name + "period", reckoning.period());
        lines.put(name + "completion", reckoning.completion());
        lines.put(name + "expected", reckoning.expected());
        lines.put(name + "pace", reckoning.pace());
        lines.put(name + "rating", reckoning.rating());
        lines.put(name + "expectedLine", reckoning.line());
    }

    private void project(String name, Sheet sheet) {
        BigDecimal invested = invested(sheet);
        BigDecimal total = sheet.project.investment();
        lines.put(name + "status", sheet.projectStatus());
        lines.put(name + "investment", total);
        lines.put(name + "invested", invested);
        if (invested != null && total.signum() > 0) {
            lines.put(name + "investedShare", share(invested, total));
        }
        sheet.years.forEach(year -> lines.put(name + "plan." + year.year(), year.investment()));
        for (Milestone milestone : sheet.milestones.values()) {
            lines.put(name + "milestone." + milestone.id(), schedule(milestone, sheet.reached.get(milestone.id())));
        }
    }

    private String schedule(Milestone milestone, LocalDate reached) {
        String schedule = ledger.passed(milestone.due()) ? "missed" : "due";
        if (reached != null) {
            schedule = reached.isAfter(milestone.due()) ? "reached-late" : "reached-on-time";
        }
        return milestone.due() + " " + schedule + " " + Lines.text(reached);
    }

    /** Each count and sum is made anew over all subjects. */
    private void rollUp() {
        for (Sheet sheet : ledger.sheets.values()) {
            alarms.get(sheet.id.key()).keySet().forEach(rule -> count("plan.warnings." + rule.label()));
            if (sheet.indicator != null) {
                IndicatorDefinition indicator = sheet.indicator;
                String rating = Reckoning.of(ledger.plan, sheet).rating().label();
                count("plan.collection." + indicator.collection().label() + "." + rating);
                count("plan.indicators");
                if (indicator.goal() != null) {
                    count("plan.goal." + indicator.goal() + "." + rating);
                }
            } else if (sheet.project != null) {
                String rating = Reckoning.of(ledger.plan, sheet).rating().label();
                count("plan.category." + sheet.project.category() + "." + rating);
                count("plan.status." + sheet.projectStatus().label());
            } else {
                count("plan.tasks");
            }
        }
        ledger.plan.categories().forEach(this::money);
    }

    private void money(Category category) {
        BigDecimal planned = BigDecimal.ZERO;
        BigDecimal invested = BigDecimal.ZERO;
        for (Sheet sheet : ledger.sheets.values()) {
            ProjectDefinition project = sheet.project;
            if (project != null && project.category().equals(category.id())) {
                planned = planned.add(project.investment());
                invested = invested(sheet) == null ? invested : invested.add(invested(sheet));
            }
        }
        lines.put("plan.planned." + category.id(), planned);
        lines.put("plan.invested." + category.id(), invested);
        lines.put("plan.share." + category.id(), planned.signum() == 0 ? null : share(invested, planned));
    }

    private void count(String name) {
        int before = Integer.parseInt(lines.all().getOrDefault(name, "0"));
        lines.put(name, before + 1);
    }

    private static BigDecimal invested(Sheet sheet) {
        Report.OfProject latest = sheet.latest(Report.OfProject.class, Report.OfProject::invested);
        return latest == null ? null : latest.invested();
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return Reckoning.six(part.divide(whole, Reckoning.SIXTEEN));
    }
}
