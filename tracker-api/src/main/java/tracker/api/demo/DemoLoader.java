package tracker.api.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import tracker.api.command.CommandGateway;
import tracker.api.view.PlanQueries;
import tracker.api.view.PositionToken;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.command.Result;

/**
 * Loads the demonstration, or what is missing of it. A dry run is decided after all that an earlier load had put on the log, and so
 * answers where the plan's clock stands for good. Commands are decided in order, each at a moment of its own: what is later than the
 * clock was never decided, and is sent; nothing else is. No answer has to be remembered for that.
 */
@Singleton
public final class DemoLoader {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 256;

    private final CommandGateway gateway;
    private final PlanQueries queries;

    DemoLoader(CommandGateway gateway, PlanQueries queries) {
        this.gateway = gateway;
        this.queries = queries;
    }

    /** Returns, once the views show it, the number of events that it added: 0 where all of it is there. */
    public int load() {
        Result standing = gateway.send(probe(), WAIT).join();
        Instant clock = clock(standing);
        if (clock != null && !clock.isBefore(DemoHistory.END)) {
            return 0;
        }
        // The dry run's own event would have been the next one.
        long before = standing.outcome() instanceof Result.Accepted accepted ? accepted.position() - 1 : 0;
        long after = before;
        Queue<CompletableFuture<Result>> sent = new ArrayDeque<>();
        for (Command command : after(clock, DemoHistory.commands())) {
            sent.add(gateway.send(command, WAIT));
            if (sent.size() == AT_ONCE) {
                after = position(sent.remove().join());
            }
        }
        while (!sent.isEmpty()) {
            after = position(sent.remove().join());
        }
        queries.awaitIfHere(new PositionToken(DemoPlan.ID, after), WAIT);
        return Math.toIntExact(after - before);
    }

    /** Asks where the plan's clock stands, which it does not move. */
    static Command probe() {
        return CommandGateway.command(
                        DemoPlan.subject(Kind.FEEDBACK, "probe"),
                        DemoDepartments.OFFICE,
                        null,
                        null,
                        null,
                        new Intent.PostFeedback(null, "?"))
                .asDryRun();
    }

    /** The time of the plan's last event, from the answer to {@link #probe}; null where there is no such plan. */
    static Instant clock(Result probed) {
        if (probed.outcome() instanceof Result.Accepted accepted) {
            return accepted.recordedAt();
        }
        Refusal refusal = ((Result.Refused) probed.outcome()).refusal();
        if (refusal.code() == Refusal.Code.UNKNOWN_PLAN) {
            return null;
        }
        throw new IllegalStateException(DemoPlan.ID + " does not say where it stands: " + refusal);
    }

    /** What has not been decided yet where the clock stands at {@code clock}. */
    static List<Command> after(Instant clock, List<Command> commands) {
        return commands.stream()
                .filter(command -> clock == null || command.simulatedAt().isAfter(clock))
                .toList();
    }

    private static long position(Result result) {
        if (result.outcome() instanceof Result.Accepted accepted) {
            return accepted.position();
        }
        SubjectId subject = result.subject();
        throw new IllegalStateException(result.commandId() + " on " + subject.key() + " was refused: "
                + ((Result.Refused) result.outcome()).refusal());
    }
}
