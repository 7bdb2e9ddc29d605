package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.Kind;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.View;

/** A plan, and the lists of what it holds. */
@Controller("/api/v1/plans/{plan}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_VIEWS)
final class PlanController {
    /** What each list can be filtered by, and where that stands in a view. */
    private static final Map<Kind, Map<String, String>> FILTERS = Map.of(
            Kind.INDICATOR,
            Map.of(
                    "collection", "collection",
                    "goal", "goal",
                    "rating", "rating",
                    "department", "responsibility.lead"),
            Kind.PROJECT,
            Map.of(
                    "category", "category",
                    "status", "status",
                    "rating", "rating",
                    "department", "responsibility.lead"),
            Kind.TASK,
            Map.of("department", "responsibility.lead", "status", "status"),
            Kind.ASSESSMENT,
            Map.of("kind", "assessmentKind", "about", "about"));

    private final Reading reading;

    PlanController(Reading reading) {
        this.reading = reading;
    }

    @Get
    @Operation(
            value = "getPlan",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS})
    @Answers(type = PlanView.class)
    HttpResponse<?> plan(HttpRequest<?> request, String plan) {
        return reading.whole(request, plan, reads -> Preconditions.answer(request, reads.overview()));
    }

    @Get("/{kind:indicators|projects|tasks|assessments}")
    @Operation(
            value = "list{Kind}s",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS, Trait.LIST})
    @Answers(type = View.IndicatorView.class, kind = "indicators", page = true)
    @Answers(type = View.ProjectView.class, kind = "projects", page = true)
    @Answers(type = View.TaskView.class, kind = "tasks", page = true)
    @Answers(type = View.AssessmentView.class, kind = "assessments", page = true)
    HttpResponse<?> list(HttpRequest<?> request, String plan, String kind) {
        Kind of = reading.kind(kind);
        return reading.whole(
                request, plan, reads -> Lists.answer(request, FILTERS.get(of), reads.position(), () -> reads.all(of)));
    }
}
