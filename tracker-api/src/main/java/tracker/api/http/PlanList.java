package tracker.api.http;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tracker.api.peers.NodeMessages;
import tracker.api.peers.NodeQuestions;
import tracker.api.view.PlanQueries;
import tracker.api.view.PlansHere;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.state.Subject.PlanState;

/** The list of plans, of which each node has some. */
@Singleton
final class PlanList {
    private final PlanQueries queries;
    private final NodeQuestions nodes;
    private final ViewJson json = new ViewJson();

    PlanList(PlanQueries queries, NodeQuestions nodes) {
        this.queries = queries;
        this.nodes = nodes;
    }

    /** Every plan as JSON, by id. */
    List<byte[]> all() {
        return nodes.plans(this::here).stream()
                .map(item -> item.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Those that are on this node. */
    NodeMessages.Plans here() {
        PlansHere here = queries.plansHere();
        return new NodeMessages.Plans(
                here.partitions(),
                here.plans().stream()
                        .flatMap(plan -> queries.planState(plan).stream())
                        .map(plan -> new String(json.encode(item(plan)), StandardCharsets.UTF_8))
                        .toList());
    }

    private PlansController.Item item(PlanState plan) {
        String id = plan.head().id().plan();
        return new PlansController.Item(
                id,
                plan.definition().name(),
                plan.definition().simulated(),
                queries.registeredAt(id).orElseThrow());
    }
}
