package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.view.GenerationQueries;
import tracker.api.view.GenerationQueries.Compared;
import tracker.streams.codec.ViewJson;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.runtime.ViewGenerations;

/** The views are built anew beside those that are read, held against them, and take their place; or the other way round again. */
@Controller("/api/v1/views")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.OPERATE)
final class ViewsController {
    private final ViewGenerations views;
    private final GenerationQueries queries;
    private final ViewJson json = new ViewJson();

    ViewsController(TrackerStreams streams, GenerationQueries queries) {
        this.views = streams.views();
        this.queries = queries;
    }

    record Comparison(boolean equal, List<Line> plans) {
        static Comparison of(List<Compared> plans) {
            return new Comparison(
                    plans.stream().allMatch(Compared::equal),
                    plans.stream().map(Line::of).toList());
        }
    }

    record Line(
            String plan,
            long position,
            boolean equal,
            String active,
            String standby,
            int subjects,
            List<String> differing) {
        static Line of(Compared plan) {
            return new Line(
                    plan.plan(),
                    plan.position(),
                    plan.equal(),
                    plan.active().hex(),
                    plan.standby().hex(),
                    plan.subjects(),
                    plan.differing());
        }
    }

    @Get
    @Operation("getGenerations")
    @Answers(type = GenerationQueries.Generations.class)
    HttpResponse<?> generations() {
        return Json.ok(json.encode(queries.generations()));
    }

    /** Digests of both generations, plan by plan, at positions that both have reached. */
    @Get("/comparison")
    @Operation(
            value = "compareGenerations",
            problems = {Problem.Type.UNKNOWN_GENERATION})
    @Answers(type = Comparison.class)
    HttpResponse<?> comparison() {
        return Json.ok(json.encode(compared()));
    }

    /** Begins to build; how far it is, {@code GET} tells. */
    @Post("/rebuild")
    @Consumes(MediaType.ALL)
    @Operation(
            value = "rebuildViews",
            problems = {Problem.Type.GENERATION_BESIDE})
    @Answers(status = 202, type = GenerationQueries.Generations.class, headers = "Location")
    HttpResponse<?> rebuild() {
        if (views.standby().isPresent()) {
            throw new ProblemException(
                    Problem.Type.GENERATION_BESIDE,
                    "已有另一代视图在运行，请先将其停用。",
                    "Another generation of the views runs already: retire it first.");
        }
        views.build();
        return HttpResponse.accepted()
                .header("Location", "/api/v1/views")
                .body(json.encode(queries.generations()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * The generation named {@code to} is read from now on, if it holds what the present one holds. {@code force}: even if it does not, which is
     * how one gets away from a wrong one.
     */
    @Post("/switch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            value = "switchViews",
            problems = {Problem.Type.INVALID, Problem.Type.UNKNOWN_GENERATION, Problem.Type.DIGESTS_DIFFER})
    @Takes(Requests.Switch.class)
    @Answers(type = GenerationQueries.Generations.class)
    HttpResponse<?> switchOver(HttpRequest<byte[]> request) {
        RequestBody body = RequestBody.parse(request);
        int to = body.requiredInteger("to");
        Boolean force = body.flag("force");
        body.finished(to);
        if (views.active().views().number() == to) {
            return Json.ok(json.encode(queries.generations()));
        }
        requireBeside(to);
        if (!Boolean.TRUE.equals(force) && !compared().equal()) {
            throw new ProblemException(
                    Problem.Type.DIGESTS_DIFFER, "两代视图的内容不同。", "The two generations do not hold the same.");
        }
        views.switchTo(to);
        return Json.ok(json.encode(queries.generations()));
    }

    /** The generation that is not read is stopped, and its stores are taken away. */
    @Delete("/standby")
    @Consumes(MediaType.ALL)
    @Operation("retireViews")
    @Answers(type = GenerationQueries.Generations.class)
    HttpResponse<?> retire() {
        if (views.standby().isPresent()) {
            views.retire();
        }
        return Json.ok(json.encode(queries.generations()));
    }

    private void requireBeside(int generation) {
        var standby = views.standby().filter(beside -> beside.number() == generation);
        if (standby.isEmpty()) {
            throw new ProblemException(
                    Problem.Type.UNKNOWN_GENERATION, "没有这一代视图。", "There is no such generation of the views.");
        }
        if (!queries.generations().standby().caughtUp()) {
            throw new ProblemException(Problem.Type.NOT_READY, "该代视图尚未建成。", "That generation is still being built.");
        }
    }

    private Comparison compared() {
        return Comparison.of(queries.compare()
                .orElseThrow(() -> new ProblemException(
                        Problem.Type.UNKNOWN_GENERATION,
                        "没有第二代视图可供比较。",
                        "There is no second generation to compare with.")));
    }
}
