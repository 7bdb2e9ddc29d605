package tracker.api.command;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** So many looks are at new plans only, but one: nobody waits for a day that begins by itself. */
    private static final int LOOKS = 30;

    private static final Duration WAIT = Duration.ofSeconds(30);
    /** All plans of a time zone begin their day together: one after the other, thousands of plans would take minutes. */
    private static final int AT_ONCE = 256;

    private final CommandGateway gateway;
    private final PlanQueries queries;
    private final Clock clock;
    private final Rounds rounds = new Rounds("tracker-days", LOOK_EVERY);
    /** Plans that were looked at. */
    private final Set<String> known = new HashSet<>();

    private int look;

    public DayClock(CommandGateway gateway, PlanQueries queries, Clock clock) {
        this.gateway = gateway;
        this.queries = queries;
        this.clock = clock;
    }

    /** Turns what is due before it returns, and then whenever a day begins somewhere, or a plan. */
    public void start() {
        look();
        rounds.start(LOOK_EVERY, this::look);
    }

    @Override
    public void close() {
        rounds.close();
    }

    private void look() {
        try {
            turnAll(look++ % LOOKS == 0 ? queries.plansHere().plans() : unknown());
        } catch (NotReadyException | CompletionException later) {
            LOG.warn("the day was not turned yet: {}", later.getMessage());
        }
    }

    private List<String> unknown() {
        return queries.plansMoved().stream()
                .filter(plan -> !known.contains(plan))
                .toList();
    }

    private void turnAll(Collection<String> plans) {
        known.addAll(plans);
        List<Turn> due = new ArrayList<>();
        for (String plan : plans) {
            queries.planState(plan).flatMap(this::due).ifPresent(due::add);
        }
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            turn(due.subList(from, Math.min(due.size(), from + AT_ONCE)));
        }
    }

    /** A day that a plan has to turn to. */
    private record Turn(SubjectId plan, LocalDate day) {}

    private Optional<Turn> due(PlanState plan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), plan.definition().timeZone());
        boolean due = plan.day() == null || today.isAfter(plan.day());
        return plan.definition().simulated() || !due
                ? Optional.empty()
                : Optional.of(new Turn(SubjectId.ofPlan(plan.head().id().plan()), today));
    }

    /** All are sent before the first is waited for, so that they are decided and committed together. */
    private void turn(List<Turn> due) {
        List<CompletableFuture<Result>> sent = due.stream().map(this::send).toList();
        List<PositionToken> turned = new ArrayList<>();
        for (int one = 0; one < due.size(); one++) {
            String plan = due.get(one).plan().plan();
            if (sent.get(one).join().outcome() instanceof Result.Accepted accepted) {
                LOG.info("{}: {} has begun, event {}", plan, due.get(one).day(), accepted.position());
                turned.add(new PositionToken(plan, accepted.position()));
            }
        }
        turned.forEach(token -> queries.await(token, WAIT));
    }

    private CompletableFuture<Result> send(Turn turn) {
        // One key a day: if a node asks again, or another asks too, it is the same request.
        String key = "day-" + turn.day();
        return gateway.send(
                CommandGateway.command(turn.plan(), CLOCK, null, key, null, new Intent.TurnDay(turn.day())), WAIT);
    }
}
