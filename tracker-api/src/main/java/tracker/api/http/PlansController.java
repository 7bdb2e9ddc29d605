package tracker.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.api.registration.PlanFiles;
import tracker.api.registration.PlanLoader;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.command.Result;

/** The plans that are tracked, and how another one is added: from a workbook, or a zip of CSV files. */
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlansController {
    private final PlanList list;
    private final PlanLoader loader;
    private final Writing writing;
    private final Problems problems;

    PlansController(PlanList list, PlanLoader loader, Writing writing, Problems problems) {
        this.list = list;
        this.loader = loader;
        this.writing = writing;
        this.problems = problems;
    }

    /** Of a tracker that has no plan yet, an empty list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Items(List<Item> items) {}

    /** {@code registeredAt}: the earliest moment that can be looked back at. */
    record Item(String id, Text name, boolean simulated, Instant registeredAt) {}

    @Get
    @Needs(Right.READ_PUBLISHED)
    @Operation("listPlans")
    @Answers(type = PlansController.Items.class)
    HttpResponse<?> plans() {
        return Json.ok(Json.page(list.all(), null));
    }

    /** All or nothing; every fault is named by table, row and column. {@code simulatedAt} is when a simulated plan's clock begins. */
    @Post
    @Consumes(MediaType.ALL)
    @Needs(Right.REGISTER)
    @Operation(
            value = "registerPlan",
            traits = {Trait.WRITE},
            problems = {Problem.Type.REFUSED_FILE, Problem.Type.ALREADY_REGISTERED})
    @Takes(
            media = {
                "application/zip",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/octet-stream"
            })
    @Answers(status = 201, type = Writing.Written.class, headers = "Location")
    @Answers(status = 200, type = Writing.Written.class)
    CompletionStage<HttpResponse<?>> register(
            HttpRequest<byte[]> request,
            Authentication caller,
            @Nullable @QueryValue Boolean dryRun,
            @Nullable @QueryValue String simulatedAt) {
        Instant at = Times.parse("simulatedAt", simulatedAt);
        byte[] file = request.getBody().orElse(new byte[0]);
        PlanFiles.Contents contents = PlanFiles.read(Tables.read("plan", file, TableLimits.DEFAULT));
        boolean dry = Boolean.TRUE.equals(dryRun);
        Command command = loader.command(contents, Callers.actor(caller), Preconditions.idempotencyKey(request), at);
        return writing.send(request, dry ? command.asDryRun() : command, done -> answer(request, contents, dry, done));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, PlanFiles.Contents contents, boolean dryRun, Result result) {
        if (result.outcome() instanceof Result.Refused refused
                && refused.refusal().code() == Refusal.Code.INVALID) {
            return problems.of(request, PlanLoader.faults(contents, refused.refusal()));
        }
        String location = "/api/v1/plans/" + contents.plan();
        return writing.answer(request, result, dryRun ? HttpStatus.OK : HttpStatus.CREATED, dryRun ? null : location);
    }
}
