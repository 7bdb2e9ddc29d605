package tracker.streams.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tracker.streams.domain.Period;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.WarningRule;

/** The warnings that are open after some operations: since when, of what, and whether somebody has seen them. */
final class OpenAlarms {
    private final Ledger ledger = new Ledger();
    private final Map<String, SortedMap<WarningRule, Open>> open = new TreeMap<>();

    record Open(Cause cause, Instant since, boolean seen) {}

    /** By subject key, of all subjects. */
    static Map<String, SortedMap<WarningRule, Open>> after(List<Ledger.Done> operations) {
        OpenAlarms alarms = new OpenAlarms();
        operations.forEach(alarms::write);
        return alarms.open;
    }

    private void write(Ledger.Done done) {
        ledger.write(done);
        String key = done.subject().key();
        if (ledger.sheets.containsKey(key)) {
            SortedMap<WarningRule, Open> of = open.computeIfAbsent(key, added -> new TreeMap<>());
            if (done.intent() instanceof Intent.AcknowledgeWarning seen) {
                of.computeIfPresent(seen.rule(), (rule, was) -> new Open(was.cause(), was.since(), true));
            }
            of.computeIfPresent(WarningRule.STALE, (rule, was) -> heard(was, done.intent()));
            look(key, done.at());
        } else {
            open.keySet().forEach(each -> look(each, done.at()));
        }
    }

    private static Open heard(Open stale, Intent intent) {
        Report report = intent instanceof Intent.ReportProgress sent
                ? sent.report()
                : intent instanceof Intent.CorrectReport sent ? sent.report() : null;
        return report == null ? stale : new Open(heard(stale.cause(), report), stale.since(), stale.seen());
    }

    /** A period that comes in leaves the list of those missing; that is no other warning. */
    static Cause heard(Cause stale, Report report) {
        List<Period> missing = new ArrayList<>(stale.periods());
        missing.removeIf(period -> !Alarms.isForecast(report) && Spans.answers(report.period(), period));
        return Cause.of(missing);
    }

    private void look(String key, Instant at) {
        SortedMap<WarningRule, Open> of = open.get(key);
        SortedMap<WarningRule, Cause> causes = Alarms.of(ledger, ledger.sheets.get(key));
        SortedSet<WarningRule> gone = new TreeSet<>(of.keySet());
        gone.removeAll(causes.keySet());
        of.keySet().removeAll(gone);
        causes.forEach((rule, cause) -> {
            Open was = of.get(rule);
            if (was == null) {
                of.put(rule, new Open(cause, at, false));
            } else if (!isOne(rule, was.cause(), cause)) {
                of.put(rule, new Open(cause, was.since(), false));
            }
        });
    }

    /** Whether both are the same warning; later figures do not make another of being behind, or of overspending. */
    private static boolean isOne(WarningRule rule, Cause one, Cause other) {
        boolean sameThings =
                one.periods().equals(other.periods()) && one.milestones().equals(other.milestones());
        boolean sameFigures = Lines.text(one.value()).equals(Lines.text(other.value()))
                && Lines.text(one.limit()).equals(Lines.text(other.limit()));
        return switch (rule) {
            case BEHIND -> one.rating() == other.rating();
            case DROP, JUMP -> sameThings && sameFigures;
            default -> rule == WarningRule.OVERSPEND || sameThings;
        };
    }
}
