package tracker.api.metrics;

import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tracker.api.view.PlanQueries;
import tracker.api.view.PositionToken;

/**
 * The open warnings of the plans that are here, by rule. A plan to which nothing has happened since it was looked at is not read again: with
 * thousands of plans that would keep the stores busier than everybody else does. Not thread-safe.
 */
final class OpenWarnings {
    private final PlanQueries plans;
    private Map<String, Counted> counted = Map.of();

    /** Of a plan at a position. */
    private record Counted(PositionToken at, Map<String, BigDecimal> warnings) {}

    OpenWarnings(PlanQueries plans) {
        this.plans = plans;
    }

    Map<Tags, Number> rows() {
        Map<String, Counted> next = new HashMap<>();
        for (String plan : plans.plansHere().plans()) {
            Counted before = counted.get(plan);
            if (before != null && plans.isUnchanged(before.at())) {
                next.put(plan, before);
            } else {
                plans.now(plan)
                        .ifPresent(reads -> next.put(
                                plan,
                                new Counted(
                                        new PositionToken(plan, reads.position()),
                                        reads.view().warnings())));
            }
        }
        counted = next;
        Map<Tags, Number> rows = new HashMap<>();
        next.forEach((plan, of) ->
                of.warnings().forEach((rule, count) -> rows.put(Tags.of("plan", plan, "rule", rule), count)));
        return rows;
    }
}
