package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.stream.Collectors;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.export.ExportFormat;
import tracker.api.export.PlanExport;
import tracker.api.http.Operation.Trait;
import tracker.api.view.EventQuery;
import tracker.streams.domain.Labelled;

/** A plan's events to take away, whole or filtered. */
@Controller("/api/v1/plans/{plan}/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_EVENTS)
final class ExportController {
    private final PlanExport export;
    private final EventQueries queries;
    private final Reading reading;

    ExportController(PlanExport export, EventQueries queries, Reading reading) {
        this.export = export;
        this.queries = queries;
        this.reading = reading;
    }

    @Get
    @Operation(
            value = "exportEvents",
            traits = {Trait.POSITION},
            query = {"subject", "type", "actor", "from", "to"})
    @Answers(
            media = {"application/avro", "application/x-ndjson", "text/csv"},
            headers = "Content-Disposition")
    HttpResponse<?> export(HttpRequest<?> request, String plan, @Nullable @QueryValue String format) {
        reading.begin(request, plan);
        ExportFormat wanted = format(format);
        EventQuery query = queries.of(request, plan);
        return Downloads.streamed(
                export.of(plan, query, wanted), wanted.mediaType(), plan + "-events." + wanted.label());
    }

    private static ExportFormat format(String label) {
        String known = Arrays.stream(ExportFormat.values()).map(Labelled::label).collect(Collectors.joining(", "));
        return Labelled.find(ExportFormat.class, label == null ? ExportFormat.AVRO.label() : label)
                .orElseThrow(() -> new ProblemException(
                        Problem.Type.MALFORMED, "format 须为以下之一：" + known + "。", "format is one of " + known + "."));
    }
}
