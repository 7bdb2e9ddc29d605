package tracker.api.demo;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Handling;
import tracker.streams.domain.command.Journal;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;

/** Plays the history to itself, so that those who react to warnings know which are open, and a story that cannot be is found at once. */
final class Rehearsal implements Journal {
    private final TreeMap<String, Subject> subjects = new TreeMap<>();
    private Command command;
    private long position;
    private int place;

    /** {@link IllegalStateException} where the command would be refused. */
    void play(Command next) {
        command = next;
        place = 0;
        Handling.Outcome outcome = Handling.handle(this, next, next.simulatedAt());
        if (outcome.refusal() != null) {
            throw new IllegalStateException(outcome.refusal() + " of " + next);
        }
    }

    @Override
    public PlanState plan() {
        return (PlanState) find(SubjectId.ofPlan(DemoPlan.ID));
    }

    @Override
    public Subject find(SubjectId id) {
        return subjects.get(id.key());
    }

    @Override
    public Iterable<Subject> all() {
        return List.copyOf(subjects.values()).stream()
                .filter(subject -> !(subject instanceof PlanState))
                .toList();
    }

    @Override
    public Subject record(SubjectId subject, Fact fact, String reason) {
        Subject before = find(subject);
        Instant now = command.simulatedAt();
        place++;
        position++;
        long version = before == null ? 1 : before.head().version() + 1;
        Subject after = Evolution.evolve(
                before,
                new Event(
                        lastEventId(),
                        subject,
                        version,
                        position,
                        now,
                        command.actor(),
                        reason,
                        command.idempotencyKey(),
                        command.id(),
                        Hash.NONE,
                        true,
                        fact));
        subjects.put(subject.key(), after);
        return after;
    }

    @Override
    public String lastEventId() {
        return command.id() + "." + place;
    }
}
