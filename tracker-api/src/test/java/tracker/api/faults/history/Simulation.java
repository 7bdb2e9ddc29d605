package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tracker.api.faults.history.Entry.Fault;
import tracker.api.faults.history.Entry.Outcome;
import tracker.api.faults.history.Entry.WriteEnded;
import tracker.api.faults.history.Entry.WriteInvoked;
import tracker.api.http.Problem;

/** Clients of a tracker that is never wrong, with answers that are lost, commands that arrive late, and streams that are cut. */
final class Simulation {
    static final int CLIENTS = 4;
    private static final List<String> SUBJECTS = List.of("p/indicator/I01", "p/indicator/I02", "q/project/P1");

    private final ModelTracker tracker = new ModelTracker();
    private final List<Entry> entries = new ArrayList<>();
    private final List<ModelTracker.Command> underWay = new ArrayList<>();
    private final Map<Long, Outcome> decided = new HashMap<>();
    private final Map<Integer, ModelTracker.Command> waiting = new HashMap<>();
    private final Map<Integer, ModelTracker.Command> unsure = new HashMap<>();
    private final AtomicLong clock = new AtomicLong();
    private final ModelReaders readers = new ModelReaders(tracker, entries, clock);
    private long writes;

    private Simulation() {}

    /** The history that comes of it, the log at its end. */
    static List<Entry> run(List<Move> moves) {
        Simulation simulation = new Simulation();
        moves.forEach(simulation::make);
        simulation.entries.addAll(simulation.tracker.log());
        return simulation.entries;
    }

    private void make(Move move) {
        String subject = SUBJECTS.get(move.pick() % SUBJECTS.size());
        String plan = Entry.planOf(subject);
        int chance = move.pick() / SUBJECTS.size();
        switch (move.kind()) {
            case WRITE -> write(move.client(), subject, chance);
            case DECIDE -> decide(chance);
            case END -> end(move.client(), chance);
            case READ -> readers.read(move.client(), subject, chance % 2 == 0);
            case READ_ENDS -> readers.endRead(chance);
            case ASK_OF_THE_PAST -> readers.askOfThePast(move.client(), subject, chance);
            case VIEWS_CATCH_UP -> readers.catchUp(plan, chance % 3 == 0 ? Long.MAX_VALUE : chance % 5);
            case STREAM -> readers.stream(move.client(), plan, 1 + chance % 5);
            case STREAM_CUT -> readers.cut(move.client(), plan);
            case DAY -> tracker.turnDay(subject);
            case FAULT -> entries.add(new Fault(clock.getAndIncrement(), "kill", "node " + chance % 3));
        }
    }

    /** Sent again under its key, or a new one; now and then another one under a key that was used, or one that is not let in. */
    private void write(int client, String subject, int chance) {
        if (waiting.containsKey(client)) {
            return;
        }
        long write = ++writes;
        ModelTracker.Command again = unsure.remove(client);
        ModelTracker.Command command;
        if (again != null && again.key() != null && chance % 4 > 0) {
            String payload = chance % 16 == 1 ? "another payload " + write : again.payload();
            command = new ModelTracker.Command(write, again.subject(), again.key(), again.expected(), payload);
        } else {
            long version = tracker.version(subject);
            Long expected = chance % 3 == 0 ? null : (Long) Math.max(0, version - chance % 4 / 2);
            String key = chance % 7 == 0 ? null : "key " + write;
            command = new ModelTracker.Command(write, subject, key, expected, "payload " + write);
        }
        entries.add(new WriteInvoked(
                write,
                "client " + client,
                clock.getAndIncrement(),
                command.subject(),
                command.key(),
                command.expected(),
                command.payload()));
        if (chance % 11 == 0) {
            entries.add(new WriteEnded(
                    write, clock.getAndIncrement(), new Outcome.Refused(Problem.Type.TOO_MANY_REQUESTS.uri(), null)));
            unsure.put(client, command);
        } else {
            underWay.add(command);
            waiting.put(client, command);
        }
    }

    private void decide(int chance) {
        if (!underWay.isEmpty()) {
            ModelTracker.Command command = take(underWay, chance);
            String elsewhere = SUBJECTS.get(command.subject().equals(SUBJECTS.get(0)) ? 1 : 0);
            boolean samePlan = Entry.planOf(elsewhere).equals(Entry.planOf(command.subject()));
            decided.put(
                    command.write(),
                    tracker.decide(command, chance % 5 == 0, samePlan && chance % 3 == 0 ? elsewhere : null));
        }
    }

    private void end(int client, int chance) {
        ModelTracker.Command command = waiting.remove(client);
        if (command == null) {
            return;
        }
        Outcome outcome = decided.get(command.write());
        if (outcome == null || chance % 5 == 0) {
            unsure.put(client, command);
            outcome = new Outcome.Unknown("cut off");
        } else if (outcome instanceof Outcome.Answered answer) {
            readers.takeToken(client, Entry.planOf(command.subject()), answer.position());
        }
        entries.add(new WriteEnded(command.write(), clock.getAndIncrement(), outcome));
    }

    /** Quickly, however many there are. */
    static <T> T take(List<T> from, int chance) {
        int place = chance % from.size();
        T last = from.remove(from.size() - 1);
        return place == from.size() ? last : from.set(place, last);
    }
}
