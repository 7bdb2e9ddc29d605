package tracker.api.registration;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tracker.api.command.CommandGateway;
import tracker.api.view.PlanQueries;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.command.Result;

/**
 * Registers a plan from its files, through the same commands as everybody else's. Each registration expects a version, so one that was
 * made before (by an earlier start, even one that was killed half way) is refused as stale and changes nothing.
 */
@Singleton
public final class PlanLoader {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Actor LOADER = new Actor(Role.PLANNING_OFFICE, null, "plan-files");
    private static final String REASON = "registered from the plan's files";
    private static final String EXAMPLE =
            "an example assignment of the first start, for the planning office to replace";

    private final CommandGateway gateway;
    private final PlanQueries queries;

    PlanLoader(CommandGateway gateway, PlanQueries queries) {
        this.gateway = gateway;
        this.queries = queries;
    }

    /** Returns the number of events that it added: 0 where the plan in {@code folder} was there already. */
    public int load(String folder) {
        List<PlanFiles.Entry> entries = new PlanFiles(folder).entries();
        String plan = entries.get(0).subject().plan();
        if (queries.position(plan) >= entries.size()) {
            return 0;
        }
        // A plan's commands are decided in the order in which they were sent: no need to wait for each.
        Map<SubjectId, Long> versions = new LinkedHashMap<>();
        List<CompletableFuture<Result>> results = new ArrayList<>();
        for (PlanFiles.Entry entry : entries) {
            long expected = versions.merge(entry.subject(), 1L, Long::sum) - 1;
            Command command = CommandGateway.command(
                    entry.subject(), LOADER, expected, null, expected == 0 ? REASON : EXAMPLE, entry.intent());
            results.add(gateway.send(command, WAIT));
        }
        return (int) results.stream()
                .map(CompletableFuture::join)
                .filter(PlanLoader::isNew)
                .count();
    }

    private static boolean isNew(Result result) {
        if (result.outcome() instanceof Result.Refused refused
                && refused.refusal().code() != Refusal.Code.STALE_VERSION) {
            throw new IllegalStateException(result.subject().key() + " was refused: "
                    + refused.refusal().detail().en() + " " + refused.refusal().errors());
        }
        return result.outcome() instanceof Result.Accepted;
    }
}
