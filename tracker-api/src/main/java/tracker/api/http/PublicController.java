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
import tracker.api.view.PlanReads;
import tracker.api.view.PublishedViews;
import tracker.api.view.Versioned;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.View;

/** What a plan publishes, for everybody and without a token. */
@Controller("/api/v1/plans/{plan}/public")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_PUBLISHED)
final class PublicController {
    private static final Map<Kind, Map<String, String>> FILTERS = Map.of(
            Kind.INDICATOR, Map.of("collection", "collection", "goal", "goal", "rating", "rating"),
            Kind.PROJECT, Map.of("category", "category", "status", "status", "rating", "rating"),
            Kind.TASK, Map.of("status", "status"),
            Kind.FEEDBACK, Map.of("about", "about"));

    private final Reading reading;

    PublicController(Reading reading) {
        this.reading = reading;
    }

    @Get
    @Operation(
            value = "getPublishedPlan",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS})
    @Answers(type = PlanView.class, published = true)
    HttpResponse<?> plan(HttpRequest<?> request, String plan) {
        return reading.whole(request, plan, reads -> Preconditions.answer(request, PublishedViews.plan(reads)));
    }

    @Get("/{kind:indicators|projects|tasks|feedback}")
    @Operation(
            value = "listPublished{Kind}s",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS, Trait.LIST})
    @Answers(type = View.IndicatorView.class, kind = "indicators", page = true, published = true)
    @Answers(type = View.ProjectView.class, kind = "projects", page = true, published = true)
    @Answers(type = View.TaskView.class, kind = "tasks", page = true, published = true)
    @Answers(type = View.FeedbackView.class, kind = "feedback", page = true, published = true)
    HttpResponse<?> list(HttpRequest<?> request, String plan, String kind) {
        Kind of = reading.kind(kind);
        return reading.whole(
                request,
                plan,
                reads -> Lists.answer(request, FILTERS.get(of), reads.position(), () -> PublishedViews.all(reads, of)));
    }

    @Get("/{kind:indicators|projects|tasks|feedback}/{id}")
    @Operation(
            value = "getPublished{Kind}",
            traits = {Trait.POSITION, Trait.AS_OF, Trait.CONDITIONAL, Trait.FIELDS},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(type = View.IndicatorView.class, kind = "indicators", published = true)
    @Answers(type = View.ProjectView.class, kind = "projects", published = true)
    @Answers(type = View.TaskView.class, kind = "tasks", published = true)
    @Answers(type = View.FeedbackView.class, kind = "feedback", published = true)
    HttpResponse<?> one(HttpRequest<?> request, String plan, String kind, String id) {
        PlanReads reads = reading.begin(request, plan);
        SubjectId subject = reading.subject(plan, reading.kind(kind), id);
        Versioned view = PublishedViews.one(reads, subject).orElseThrow(reading.unknownSubject());
        return Preconditions.answer(request, view);
    }
}
