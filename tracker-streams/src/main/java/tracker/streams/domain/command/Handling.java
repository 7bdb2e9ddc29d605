package tracker.streams.domain.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Verdicts;

/** Carries a command out on a journal: what was decided, and what follows from it for this subject and for others. */
public final class Handling {
    private Handling() {}

    /** {@code refusal} is null where the command was carried out; {@code rows} is null but for a batch. */
    public record Outcome(Refusal refusal, Result.Rows rows) {
        private static final Outcome DONE = new Outcome(null, null);
    }

    /** After a refusal the journal is of no use any more. {@code now} is the moment at which the command was recorded. */
    public static Outcome handle(Journal journal, Command command, Instant now) {
        if (command.intent() instanceof Intent.Batch batch) {
            return batch(journal, command, batch, now);
        }
        Refusal refusal = one(journal, command, now);
        return refusal == null ? Outcome.DONE : new Outcome(refusal, null);
    }

    private static Outcome batch(Journal journal, Command command, Intent.Batch batch, Instant now) {
        List<Integer> ignored = new ArrayList<>();
        List<FieldError> refused = new ArrayList<>();
        int accepted = 0;
        for (Intent.Item one : batch.items()) {
            Command item = command.item(one);
            if (!item.subject().plan().equals(command.subject().plan()) || item.intent() instanceof Intent.Batch) {
                throw new IllegalArgumentException("a batch is of one plan, and holds no other batch");
            }
            // Who has no right to report is not told either that he would say nothing new.
            boolean mayAct = Permissions.mayAct(journal, journal.find(item.subject()), item);
            if (mayAct && Reporting.saysNothingNew(journal, item)) {
                ignored.add(one.row());
                continue;
            }
            Refusal refusal = one(journal, command.item(Reporting.correcting(journal, one)), now);
            if (refusal == null) {
                accepted++;
            } else if (one.intent() instanceof Intent.RegisterPlan
                    && refusal.errors().isEmpty()) {
                // Without its plan nothing else of the batch means anything.
                return new Outcome(refusal, null);
            } else {
                refused.addAll(refusal.at("/rows/" + one.row()));
            }
        }
        if (!refused.isEmpty() && batch.allOrNothing()) {
            return new Outcome(Refusal.invalid(refused), null);
        }
        // A batch may bring its own plan; where there is none even then, nothing was done, and there is nothing to
        // answer with.
        return journal.find(command.subject()) == null
                ? new Outcome(
                        journal.plan() == null
                                ? Decider.unknownPlan()
                                : Decider.unknownSubject().refusal(),
                        null)
                : new Outcome(null, new Result.Rows(accepted, ignored, refused));
    }

    /** Null where it was carried out. */
    private static Refusal one(Journal journal, Command command, Instant now) {
        Decision decision = Decider.decide(journal, command, now);
        if (decision instanceof Decision.Refused refused) {
            return refused.refusal();
        }
        Subject before = journal.find(command.subject());
        for (Fact fact : ((Decision.Accepted) decision).facts()) {
            PlanState planBefore = journal.plan();
            Subject after = journal.record(command.subject(), fact, command.reason());
            follow(journal, command, planBefore, before, after, fact);
            before = after;
        }
        return null;
    }

    private static void follow(
            Journal journal, Command command, PlanState planBefore, Subject before, Subject after, Fact fact) {
        if (after instanceof Tracked tracked) {
            Consequences.record(journal, before instanceof Tracked was ? was : null, tracked);
        } else if (fact instanceof Fact.DayTurned) {
            everyone(journal).forEach(subject -> Consequences.record(journal, subject, subject));
        } else if (fact instanceof Fact.PlanAdjusted adjusted && adjusted.change() instanceof Change.OfPlan) {
            String cause = journal.lastEventId();
            for (Tracked subject : everyone(journal)) {
                Tracked now = subject;
                if (!Verdicts.of(planBefore, subject).equals(Verdicts.of(journal.plan(), subject))) {
                    // Its own event, because what is shown of a subject changes with its version and never without.
                    now = (Tracked) journal.record(
                            subject.head().id(),
                            new Fact.PlanAdjusted(null, adjusted.reference(), cause),
                            command.reason());
                }
                Consequences.record(journal, subject, now);
            }
        }
    }

    /** A list of its own: recording goes on while it is walked through. */
    private static List<Tracked> everyone(Journal journal) {
        List<Tracked> everyone = new ArrayList<>();
        for (Subject subject : journal.all()) {
            if (subject instanceof Tracked tracked) {
                everyone.add(tracked);
            }
        }
        return everyone;
    }

    /** The day in the plan's time zone. */
    static LocalDate today(PlanState plan, Instant now) {
        return LocalDate.ofInstant(now, plan.definition().timeZone());
    }

    /** The subject that kind/id names within {@code plan}; null where it names none. */
    static SubjectId named(String plan, String name) {
        try {
            return SubjectId.parse(plan + "/" + name);
        } catch (IllegalArgumentException noSuchForm) {
            return null;
        }
    }
}
