package tracker.streams.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.plan.PlanDefinition;

/** The plan and its subjects after some accepted operations, written out one after the other. */
final class Ledger {
    /** Null before the plan's registration. */
    PlanDefinition plan;
    /** The last that has turned, null before the first. */
    LocalDate day;
    /** When the plan itself was last changed by somebody. */
    Instant planChanged;

    final SortedMap<String, Sheet> sheets = new TreeMap<>();

    /** An accepted operation, and when it was recorded. */
    record Done(SubjectId subject, Intent intent, Instant at) {}

    static Ledger of(List<Done> operations) {
        Ledger ledger = new Ledger();
        operations.forEach(ledger::write);
        return ledger;
    }

    void write(Done done) {
        if (done.subject().kind() != Kind.PLAN) {
            sheets.computeIfAbsent(done.subject().key(), key -> new Sheet(done.subject()))
                    .write(done.intent());
        } else if (done.intent() instanceof Intent.TurnDay turn) {
            day = turn.day();
        } else {
            plan = done.intent() instanceof Intent.RegisterPlan register
                    ? register.definition()
                    : ((Change.OfPlan) ((Intent.Adjust) done.intent()).change()).definition();
            planChanged = done.at();
        }
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(plan.timeZone()).toLocalDate();
    }

    /** Whether the day {@code due} has passed. */
    boolean passed(LocalDate due) {
        return day != null && due.isBefore(day);
    }
}
