package tracker.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.audit.LogArchive;
import tracker.api.export.ExportFormat;

/** The whole log for an auditor to take away, and what it is verified by: every plan, in one archive. */
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {
    private final LogArchive archive;

    AuditController(LogArchive archive) {
        this.archive = archive;
    }

    /** The public keys, for everybody who may read views. To be kept apart from any archive. */
    @Get("/trust")
    @Needs(Right.READ_VIEWS)
    @Operation("getTrust")
    @Answers(type = LogArchive.Trusted.class)
    LogArchive.Trusted trust() {
        return archive.trusted();
    }

    @Get("/archive")
    @Needs(Right.READ_EVENTS)
    @Operation(
            value = "getArchive",
            problems = {Problem.Type.LOG_ALTERED})
    @Answers(media = "application/avro", headers = "Content-Disposition")
    HttpResponse<StreamedFile> archive() {
        return Downloads.streamed(archive.ofNow(), ExportFormat.AVRO.mediaType(), "tracker-events.avro");
    }
}
