package tracker.api.registration;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tracker.api.command.CommandGateway;
import tracker.api.tables.TableFault;
import tracker.api.view.PlanQueries;
import tracker.api.view.PositionToken;
import tracker.api.view.StoreMovedException;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.FieldError;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.command.Result;

/** Registers a plan from its files: one command, and so all of it or nothing. */
@Singleton
public final class PlanLoader {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Actor LOADER = new Actor(Role.PLANNING_OFFICE, null, "plan-files");
    private static final String REASON = "registered from the plan's files";

    private final CommandGateway gateway;
    private final PlanQueries queries;

    PlanLoader(CommandGateway gateway, PlanQueries queries) {
        this.gateway = gateway;
        this.queries = queries;
    }

    /** Returns, once the views show it (if they are on this node), the number of events that it added: 0 where there is such a plan already. */
    public int load(PlanFiles.Contents contents) {
        if (isKnown(contents.plan())) {
            return 0;
        }
        Result result =
                gateway.send(command(contents, LOADER, null, null), WAIT).join();
        if (result.outcome() instanceof Result.Accepted accepted) {
            queries.awaitIfHere(new PositionToken(contents.plan(), accepted.position()), WAIT);
            return (int) accepted.position();
        }
        Refusal refusal = ((Result.Refused) result.outcome()).refusal();
        if (refusal.code() == Refusal.Code.ALREADY_REGISTERED || isKnown(contents.plan())) {
            return 0;
        }
        throw new IllegalStateException(contents.plan() + " was refused: " + faults(contents, refusal));
    }

    /** Of a plan that is on another node it is not known: the decision tells. */
    private boolean isKnown(String plan) {
        try {
            return queries.hasPlan(plan);
        } catch (StoreMovedException elsewhere) {
            return false;
        }
    }

    /** What registers the plan. {@code simulatedAt} is null for a real one: it is recorded when it comes. */
    public Command command(PlanFiles.Contents contents, Actor actor, String idempotencyKey, Instant simulatedAt) {
        return CommandGateway.command(
                        SubjectId.ofPlan(contents.plan()),
                        actor,
                        null,
                        idempotencyKey,
                        REASON,
                        new Intent.Batch(contents.items(), true))
                .at(simulatedAt);
    }

    /** The faults of a refused registration by table, row and column. */
    public static List<TableFault> faults(PlanFiles.Contents contents, Refusal refusal) {
        List<TableFault> faults = new ArrayList<>();
        for (FieldError error : refusal.errors()) {
            String[] steps = error.pointer().split("/", 4);
            PlanFiles.Entry entry = contents.entries().get(Integer.parseInt(steps[2]));
            String column = steps.length > 3 ? steps[3].replace('/', '_') : null;
            faults.add(new TableFault(entry.table(), entry.row(), column, error.code(), error.message()));
        }
        return faults;
    }
}
