package tracker.streams.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Handling;
import tracker.streams.domain.command.Journal;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.view.PlanSnapshot;

/** The subjects of a plan in a map: what the write path is, without Kafka, stores or bytes. */
public final class PlainJournal implements Journal {
    private final String plan;
    private final TreeMap<String, Subject> subjects = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private Instant now;
    private Command command;

    public PlainJournal() {
        this(Given.PLAN);
    }

    public PlainJournal(String plan) {
        this.plan = plan;
    }

    /** Carries {@code sent} out; where it is refused, nothing has happened. */
    public Handling.Outcome handle(Command sent, Instant at) {
        TreeMap<String, Subject> before = new TreeMap<>(subjects);
        int length = events.size();
        Instant last = events.isEmpty() ? at : events.get(length - 1).recordedAt();
        now = at.isBefore(last) ? last : at;
        command = sent;
        Handling.Outcome outcome = Handling.handle(this, sent, at);
        if (outcome.refusal() != null) {
            subjects.clear();
            subjects.putAll(before);
            events.subList(length, events.size()).clear();
        }
        return outcome;
    }

    /** Once there is an event. */
    public PlanSnapshot snapshot() {
        List<Subject> all = new ArrayList<>();
        all().forEach(all::add);
        return new PlanSnapshot(plan(), Head.of(events.get(events.size() - 1)), all);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public PlanState plan() {
        return (PlanState) find(SubjectId.ofPlan(plan));
    }

    @Override
    public Subject find(SubjectId id) {
        return subjects.get(id.key());
    }

    @Override
    public Iterable<Subject> all() {
        return subjects.values().stream()
                .filter(subject -> !(subject instanceof PlanState))
                .toList();
    }

    @Override
    public Subject record(SubjectId subject, Fact fact, String reason) {
        Subject before = find(subject);
        long version = before == null ? 1 : before.head().version() + 1;
        int place = (int) events.stream()
                        .filter(event -> event.commandId().equals(command.id()))
                        .count()
                + 1;
        Event event = new Event(
                command.id() + "." + place,
                subject,
                version,
                events.size() + 1,
                now,
                command.actor(),
                reason,
                command.idempotencyKey(),
                command.id(),
                Hash.NONE,
                false,
                fact);
        events.add(event);
        Subject after = Evolution.evolve(before, event);
        subjects.put(subject.key(), after);
        return after;
    }

    @Override
    public String lastEventId() {
        return events.get(events.size() - 1).id();
    }
}
