package tracker.api.persons;

import java.time.Duration;
import tracker.api.Rounds;
import tracker.api.view.PlanQueries;

/**
 * Sees to it that whom the log calls erased is: also where a node fell between the event and the key, where the answer came too late, or where
 * a backup brought keys back.
 */
public final class Erasures implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

    private final PlanQueries queries;
    private final Persons persons;
    private final Rounds rounds = new Rounds("tracker-erasures", LOOK_EVERY);

    public Erasures(PlanQueries queries, Persons persons) {
        this.queries = queries;
        this.persons = persons;
    }

    public void start() {
        rounds.start(Duration.ZERO, this::finish);
    }

    @Override
    public void close() {
        rounds.close();
    }

    private void finish() {
        for (String plan : queries.plansHere().plans()) {
            queries.planState(plan).ifPresent(state -> state.erased().forEach(person -> persons.destroy(plan, person)));
        }
    }
}
