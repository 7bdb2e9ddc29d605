package tracker.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.bulk.ImportProgress;
import tracker.api.bulk.Imports;
import tracker.api.http.Operation.Trait;
import tracker.api.view.PositionToken;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Period;
import tracker.streams.domain.command.Result;

/** Many reports at once: the sheet that a department fills in, and how it is taken in again. */
@Controller("/api/v1/plans/{plan}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.REPORT)
final class ImportController {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final Reading reading;
    private final Problems problems;
    private final ExecutorService background;

    ImportController(
            Imports imports,
            Reading reading,
            Problems problems,
            @Named(TaskExecutors.BLOCKING) ExecutorService background) {
        this.imports = imports;
        this.reading = reading;
        this.problems = problems;
        this.background = background;
    }

    /** What was taken in. {@code ignored} are rows that said what is in force already. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            String state,
            Integer read,
            Integer rows,
            boolean dryRun,
            Integer accepted,
            List<Integer> ignored,
            List<Problem.RowProblem> refused,
            Long position) {}

    /** Without a department it is the caller's, or everybody's for the planning office. */
    @Get("/reports/template.xlsx")
    @Operation(
            value = "getReportSheet",
            traits = {Trait.POSITION},
            problems = {Problem.Type.UNKNOWN_SUBJECT})
    @Answers(media = ImportController.XLSX, headers = "Content-Disposition")
    HttpResponse<?> template(
            HttpRequest<?> request,
            Authentication caller,
            String plan,
            @Nullable @QueryValue String department,
            @QueryValue String period) {
        reading.begin(request, plan);
        Actor actor = Callers.actor(caller);
        String lead = department == null ? actor.department() : department;
        Period of = Period.parse(period)
                .orElseThrow(() -> new ProblemException(Problem.Type.MALFORMED, "没有这个时期。", "There is no such period."));
        byte[] form = imports.form(plan, lead, of).orElseThrow(reading.unknownSubject());
        String name = plan + (lead == null ? "" : "-" + lead) + "-" + of + ".xlsx";
        return HttpResponse.ok(form)
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    /** All rows or none, unless {@code partial}; with {@code dryRun} none at all. Every bad row is named with its column. */
    @Post("/imports")
    @Consumes(MediaType.ALL)
    @Operation(
            value = "importReports",
            traits = {Trait.POSITION, Trait.WRITE},
            problems = {Problem.Type.REFUSED_FILE})
    @Takes(media = {ImportController.XLSX, "text/csv", "application/octet-stream"})
    @Answers(status = 201, type = ImportController.Summary.class, headers = "Tracker-Position")
    @Answers(status = 200, type = ImportController.Summary.class)
    @Answers(status = 202, type = ImportController.Summary.class, headers = "Location")
    CompletionStage<HttpResponse<?>> take(
            HttpRequest<byte[]> request,
            Authentication caller,
            String plan,
            @Nullable @QueryValue Boolean dryRun,
            @Nullable @QueryValue Boolean partial) {
        reading.begin(request, plan);
        boolean dry = Boolean.TRUE.equals(dryRun);
        Imports.Wish wish = new Imports.Wish(
                plan, Callers.actor(caller), Preconditions.idempotencyKey(request), dry, Boolean.TRUE.equals(partial));
        byte[] file = request.getBody().orElse(new byte[0]);
        String id = imports.newId(plan);
        if (Writing.isAsync(request)) {
            var unused = background.submit(() -> imports.startUnattended(id, file, wish));
            String location = "/api/v1/plans/" + plan + "/imports/" + id;
            return CompletableFuture.completedFuture(HttpResponse.accepted()
                    .body(summary(new ImportProgress(ImportProgress.State.READING, 0, 0, null), dry))
                    .header(HttpHeaders.LOCATION, location));
        }
        return imports.start(id, file, wish).thenApply(outcome -> answer(request, outcome, dry));
    }

    /** How far an import is; once it is done, what became of it. */
    @Get("/imports/{id}")
    @Operation(
            value = "getImport",
            traits = {Trait.POSITION},
            problems = {
                Problem.Type.UNKNOWN_COMMAND,
                Problem.Type.REFUSED_FILE,
                Problem.Type.UNKNOWN_PLAN,
                Problem.Type.UNKNOWN_SUBJECT,
                Problem.Type.ALREADY_REGISTERED,
                Problem.Type.NOT_YOURS,
                Problem.Type.STALE_VERSION,
                Problem.Type.KEY_REUSED,
                Problem.Type.ADJUSTMENT_REQUIRED,
                Problem.Type.MILESTONE_REACHED,
                Problem.Type.WARNING_NOT_OPEN,
                Problem.Type.DAY_ALREADY_TURNED,
                Problem.Type.NOT_SIMULATED,
                Problem.Type.PERSON_ERASED,
                Problem.Type.PERIOD_ALREADY_REPORTED,
                Problem.Type.PERIOD_NOT_REPORTED,
                Problem.Type.INVALID
            })
    @Answers(type = ImportController.Summary.class)
    HttpResponse<?> progress(HttpRequest<?> request, Authentication caller, String plan, String id) {
        reading.begin(request, plan);
        ImportProgress progress = imports.progress(plan, id, Callers.actor(caller))
                .orElseThrow(() -> new ProblemException(
                        Problem.Type.UNKNOWN_COMMAND,
                        "没有这次导入，或已过期。",
                        "There is no such import, or it is forgotten by now."));
        return progress.outcome() == null
                ? HttpResponse.ok(summary(progress, false))
                : answer(request, progress.outcome(), false).status(HttpStatus.OK);
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Imports.Outcome outcome, boolean dryRun) {
        if (outcome.result().outcome() instanceof Result.Refused refused) {
            return outcome.faults().isEmpty()
                    ? problems.of(request, refused.refusal())
                    : problems.of(request, outcome.faults());
        }
        Result.Accepted accepted = (Result.Accepted) outcome.result().outcome();
        boolean chinese = Problems.isChinese(request);
        Summary summary = new Summary(
                ImportProgress.State.DONE.label(),
                null,
                null,
                dryRun,
                accepted.rows().accepted(),
                accepted.rows().ignored(),
                outcome.faults().stream()
                        .map(fault -> Problems.row(chinese, fault))
                        .toList(),
                dryRun ? null : Long.valueOf(accepted.position()));
        var response =
                HttpResponse.status(dryRun ? HttpStatus.OK : HttpStatus.CREATED).body(summary);
        return dryRun
                ? response
                : response.header(
                        Reading.POSITION,
                        new PositionToken(outcome.result().subject().plan(), accepted.position()).toString());
    }

    private static Summary summary(ImportProgress progress, boolean dryRun) {
        return new Summary(progress.state().label(), progress.read(), progress.rows(), dryRun, null, null, null, null);
    }
}
