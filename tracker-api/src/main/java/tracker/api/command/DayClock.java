package tracker.api.command;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.Rounds;
import tracker.api.view.NotReadyException;
import tracker.api.view.PlanQueries;
import tracker.api.view.PositionToken;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.state.Subject.PlanState;

/**
 * Turns the days of every real plan, in its own time zone. Every node does: what a day brings is decided once, and a day that has
 * turned already is refused.
 */
public final class DayClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DayClock.class);
    private static final Actor CLOCK = new Actor(Role.SYSTEM, null, "clock");
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final CommandGateway gateway;
    private final PlanQueries queries;
    private final Clock clock;
    private final Rounds rounds = new Rounds("tracker-days", LOOK_EVERY);

    public DayClock(CommandGateway gateway, PlanQueries queries, Clock clock) {
        this.gateway = gateway;
        this.queries = queries;
        this.clock = clock;
    }

    /** Turns what is due before it returns, and then whenever a day begins somewhere. */
    public void start() {
        turn();
        rounds.start(LOOK_EVERY, this::turn);
    }

    @Override
    public void close() {
        rounds.close();
    }

    private void turn() {
        try {
            for (String plan : queries.plansHere().plans()) {
                queries.planState(plan).ifPresent(this::turn);
            }
        } catch (NotReadyException | CompletionException later) {
            LOG.warn("the day was not turned yet: {}", later.getMessage());
        }
    }

    private void turn(PlanState plan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), plan.definition().timeZone());
        boolean due = plan.day() == null || today.isAfter(plan.day());
        if (plan.definition().simulated() || !due) {
            return;
        }
        SubjectId id = SubjectId.ofPlan(plan.head().id().plan());
        // One key a day: if a node asks again, or another asks too, it is the same request.
        String key = "day-" + today;
        var result = gateway.send(CommandGateway.command(id, CLOCK, null, key, null, new Intent.TurnDay(today)), WAIT)
                .join();
        if (result.outcome() instanceof Result.Accepted accepted) {
            LOG.info("{}: {} has begun, event {}", id.plan(), today, accepted.position());
            queries.await(new PositionToken(id.plan(), accepted.position()), WAIT);
        }
    }
}
