package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.api.view.ListQuery;
import tracker.api.view.PlanComparison;
import tracker.api.view.PlanReads;
import tracker.api.view.Versioned;
import tracker.streams.codec.ViewChanges.Change;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.state.Head;

/** Two moments side by side: what moved between them, by whom, and why. */
@Controller("/api/v1/plans/{plan}/compare")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class CompareController {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final Map<String, String> FILTERS = Map.of(
            "subject", "id",
            "kind", "kind",
            "goal", "after.goal",
            "category", "after.category",
            "rating", "after.rating",
            "department", "after.responsibility.lead");

    private final Reading reading;
    private final ViewJson json = new ViewJson();

    CompareController(Reading reading) {
        this.reading = reading;
    }

    /** {@code to} is now unless it is said. */
    @Get
    @Operation(
            value = "compare",
            traits = {Trait.POSITION, Trait.CONDITIONAL, Trait.FIELDS, Trait.LIST},
            query = {"from", "to"},
            problems = {Problem.Type.BEFORE_THE_PLAN, Problem.Type.MOMENT_AHEAD})
    @Answers(type = PlanComparison.Moved.class, page = true, head = Compared.class)
    HttpResponse<?> compare(HttpRequest<?> request, String plan) {
        PlanReads now = reading.present(request, plan);
        if (!request.getParameters().contains(FROM)) {
            throw new ProblemException(Problem.Type.MALFORMED, "须给出 from。", "from is required.");
        }
        PlanReads from = reading.at(FROM, request, now);
        // The later moment is looked up later: an event of the earlier one may have come between the two looks.
        PlanReads to = reading.at(TO, request, reading.present(request, plan));
        if (from.position() > to.position()) {
            throw new ProblemException(Problem.Type.MALFORMED, "from 晚于 to。", "from is later than to.");
        }
        PlanComparison comparison = new PlanComparison(from, to);
        ListQuery.Page page = Lists.page(request, FILTERS, Set.of(FROM, TO), comparison::subjects);
        byte[] head = json.encode(new Compared(moment(from), moment(to), comparison.overview()));
        return Preconditions.answer(request, new Versioned(to.position(), Json.page(head, page.items(), page.next())));
    }

    /** Where a moment lies: the plan's last event up to then. */
    record Moment(long position, Instant recordedAt) {}

    record Compared(Moment from, Moment to, List<Change> plan) {}

    private static Moment moment(PlanReads reads) {
        Head latest = reads.latest();
        return new Moment(latest.position(), latest.recordedAt());
    }
}
