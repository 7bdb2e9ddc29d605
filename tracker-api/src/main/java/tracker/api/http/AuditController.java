package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.audit.LogArchive;

/** The whole log for an auditor to take away, and what it is verified by: every plan, in one archive. */
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_EVENTS)
final class AuditController {
    private static final Logger LOG = LoggerFactory.getLogger(AuditController.class);
    private static final MediaType AVRO = MediaType.of("application/avro");
    private static final int BUFFER = 1 << 16;

    private final LogArchive archive;
    private final ExecutorService background;

    AuditController(LogArchive archive, @Named(TaskExecutors.BLOCKING) ExecutorService background) {
        this.archive = archive;
        this.background = background;
    }

    /** To be kept by the auditor, apart from any archive. */
    @Get("/trust")
    LogArchive.Trusted trust() {
        return archive.trusted();
    }

    /** Streamed as it is read. One that breaks off does not verify. */
    @Get("/archive")
    HttpResponse<StreamedFile> archive() throws IOException {
        PipedInputStream in = new PipedInputStream(BUFFER);
        PipedOutputStream out = new PipedOutputStream(in);
        var unused = background.submit(() -> {
            try (out) {
                archive.writeTo(out);
            } catch (IOException gone) {
                LOG.info("an archive was not taken to its end: {}", gone.getMessage());
            }
        });
        return HttpResponse.ok(new StreamedFile(in, AVRO))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tracker-events.avro\"");
    }
}
