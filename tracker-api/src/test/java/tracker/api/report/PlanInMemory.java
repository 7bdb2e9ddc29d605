package tracker.api.report;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import tracker.api.registration.PlanFiles;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Handling;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Journal;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.view.PlanSnapshot;

/** The real plan and what a test does to it, without Kafka: commands are carried out one after another, and a refusal is a failure. */
final class PlanInMemory implements Journal {
    private static final Actor OFFICE = new Actor(Role.PLANNING_OFFICE, null, "office");
    private static final Actor SYSTEM = new Actor(Role.SYSTEM, null, "clock");

    private final TreeMap<String, Subject> subjects = new TreeMap<>();
    private final String plan;
    private long position;
    private Head latest;
    private Instant now;
    private Command command;

    private PlanInMemory(String plan) {
        this.plan = plan;
    }

    static PlanInMemory registered(Instant at) {
        PlanFiles.Contents contents = PlanFiles.ofResources("/plans/changsha-hitech-14fyp");
        PlanInMemory memory = new PlanInMemory(contents.plan());
        memory.carryOut(SubjectId.ofPlan(contents.plan()), new Intent.Batch(contents.items(), true), at);
        return memory;
    }

    /** By the planning office, which may do everything but turn the days. */
    void carryOut(Kind kind, String id, Intent intent, Instant at) {
        carryOut(new SubjectId(plan, kind, id), intent, at);
    }

    void carryOut(SubjectId subject, Intent intent, Instant at) {
        now = at;
        Actor actor = intent instanceof Intent.TurnDay ? SYSTEM : OFFICE;
        command = new Command("c" + position, subject, actor, null, null, "test", intent);
        Handling.Outcome outcome = Handling.handle(this, command, at);
        if (outcome.refusal() != null) {
            throw new AssertionError(subject.key() + ": " + outcome.refusal());
        }
    }

    PlanSnapshot snapshot() {
        return new PlanSnapshot(plan(), latest, List.copyOf(subjects.values()));
    }

    AssessmentReport report(String assessment) {
        List<AssessmentState> all = subjects.values().stream()
                .filter(AssessmentState.class::isInstance)
                .map(AssessmentState.class::cast)
                .toList();
        AssessmentState state = (AssessmentState) find(new SubjectId(plan, Kind.ASSESSMENT, assessment));
        return AssessmentReport.of(state, snapshot(), all);
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
        position++;
        Event event = new Event(
                "e" + position,
                subject,
                before == null ? 1 : before.head().version() + 1,
                position,
                now,
                command.actor(),
                reason,
                null,
                command.id(),
                Hash.NONE,
                false,
                fact);
        Subject after = Evolution.evolve(before, event);
        latest = after.head();
        subjects.put(subject.key(), after);
        return after;
    }

    @Override
    public String lastEventId() {
        return "e" + position;
    }
}
