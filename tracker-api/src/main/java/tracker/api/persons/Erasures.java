package tracker.api.persons;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.view.PlanQueries;

/**
 * Sees to it that whom the log calls erased is: also where a node fell between the event and the key, where the answer came too late, or where
 * a backup brought keys back.
 */
public final class Erasures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

    private final PlanQueries queries;
    private final Persons persons;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tracker-erasures");
        thread.setDaemon(true);
        return thread;
    });

    public Erasures(PlanQueries queries, Persons persons) {
        this.queries = queries;
        this.persons = persons;
    }

    public void start() {
        var unused = looks.scheduleWithFixedDelay(this::finish, 0, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private void finish() {
        try {
            for (String plan : queries.plans()) {
                queries.planState(plan)
                        .ifPresent(state -> state.erased().forEach(person -> persons.destroy(plan, person)));
            }
        } catch (RuntimeException later) {
            LOG.warn("erased persons are not looked after yet: {}", later.getMessage());
        }
    }
}
