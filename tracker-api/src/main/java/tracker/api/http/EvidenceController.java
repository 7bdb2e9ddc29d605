package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tracker.api.TrackerSettings;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.evidence.EvidenceDamagedException;
import tracker.api.evidence.EvidenceFile;
import tracker.api.evidence.EvidenceFiles;
import tracker.api.evidence.EvidenceRefusedException;
import tracker.api.evidence.Offer;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.Text;
import tracker.streams.domain.command.EvidenceRules;
import tracker.streams.domain.command.FieldError;

/** The files that back reports: handed in before they are cited, and taken away by those who check them. */
@Controller("/api/v1/plans/{plan}/evidence")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvidenceController {
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]{1,127}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(\\s*;\\s*" + TOKEN + "=(" + TOKEN + "|\"[ !#-\\[\\]-~]{0,127}\")){0,5}");

    private final EvidenceFiles files;
    private final Reading reading;
    private final Problems problems;
    private final long limit;

    EvidenceController(EvidenceFiles files, Reading reading, Problems problems, TrackerSettings settings) {
        this.files = files;
        this.reading = reading;
        this.problems = problems;
        this.limit = settings.getEvidenceLimit();
    }

    /** What a report's {@code evidence} needs to cite the file, and what was understood of it. */
    record Kept(String name, String sha256, long size, String mediaType, String uri) {}

    /** The body is the file itself. Handing in the same bytes again changes nothing. */
    @Post
    @Consumes(MediaType.ALL)
    @Needs(Right.REPORT)
    @Operation(
            value = "handInEvidence",
            traits = {Trait.POSITION},
            headers = {"Repr-Digest", "Content-Digest"},
            problems = {Problem.Type.INVALID, Problem.Type.EVIDENCE_TOO_LARGE, Problem.Type.DIGEST_MISMATCH})
    @Takes(media = "*/*")
    @Answers(
            status = 201,
            type = EvidenceController.Kept.class,
            headers = {"Location", "ETag"})
    @Answers(
            status = 200,
            type = EvidenceController.Kept.class,
            headers = {"Location", "ETag"})
    HttpResponse<?> take(
            HttpRequest<?> request,
            Authentication caller,
            String plan,
            @Nullable @QueryValue String name,
            @Nullable @Body InputStream body)
            throws IOException {
        // Closed whatever happens: a caller who is still sending hears of a refusal only once nobody waits for the
        // rest.
        try (InputStream bytes = body == null ? InputStream.nullInputStream() : body) {
            reading.begin(request, plan);
            List<FieldError> errors = EvidenceRules.fileNameErrors(name);
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors);
            }
            if (request.getContentLength() > limit) {
                throw tooLarge();
            }
            Offer offer =
                    new Offer(plan, Callers.actor(caller), name, mediaType(request), Digests.expected(request), bytes);
            return kept(files.take(offer));
        }
    }

    private static HttpResponse<?> kept(EvidenceFiles.Taken taken) {
        EvidenceFile file = taken.file();
        String uri = "/api/v1/plans/" + file.plan() + "/evidence/" + file.sha256();
        return HttpResponse.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Kept(file.name(), file.sha256(), file.size(), file.mediaType(), uri))
                .header(HttpHeaders.LOCATION, uri)
                .header(HttpHeaders.ETAG, tag(file));
    }

    /** The bytes, checked against the hash before the first of them is sent. */
    @Get("/{sha256}")
    @Needs(Right.READ_EVIDENCE)
    @Operation(
            value = "getEvidence",
            traits = {Trait.POSITION, Trait.CONDITIONAL},
            problems = {Problem.Type.UNKNOWN_EVIDENCE, Problem.Type.EVIDENCE_DAMAGED})
    @Answers(
            media = "*/*",
            headers = {"Repr-Digest", "Content-Disposition"})
    HttpResponse<?> file(HttpRequest<?> request, Authentication caller, String plan, String sha256) {
        reading.begin(request, plan);
        EvidenceFile file = files.find(plan, sha256, Callers.actor(caller))
                .orElseThrow(() ->
                        new ProblemException(Problem.Type.UNKNOWN_EVIDENCE, "没有这份证明材料。", "There is no such evidence."));
        return Preconditions.answer(request, tag(file), () -> whole(request, file));
    }

    private MutableHttpResponse<?> whole(HttpRequest<?> request, EvidenceFile file) {
        return content(request, file)
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                // Says that it is not to be compressed on its way: length and digest are those of these bytes.
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header(Digests.OF_FILE, Digests.field(file.sha256()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(file.name()))
                // People hand in what they like: no browser is to run it as a page of ours.
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private MutableHttpResponse<?> content(HttpRequest<?> request, EvidenceFile file) {
        InputStream bytes = files.open(file);
        if (request.getMethod() != HttpMethod.HEAD) {
            MediaType type = MediaType.of(file.mediaType());
            return HttpResponse.ok(new StreamedFile(bytes, type, file.since().toEpochMilli(), file.size()));
        }
        // Nobody else would close what is not sent.
        try (bytes) {
            return HttpResponse.ok().header(HttpHeaders.CONTENT_LENGTH, String.valueOf(file.size()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Error
    HttpResponse<?> refused(HttpRequest<?> request, EvidenceRefusedException refused) {
        return problems.of(
                request,
                switch (refused.reason()) {
                    case EMPTY -> ProblemException.invalid("", "required", "文件为空。", "The file is empty.");
                    case TOO_LARGE -> tooLarge();
                    case DIGEST_MISMATCH ->
                        new ProblemException(
                                Problem.Type.DIGEST_MISMATCH,
                                "文件与所附摘要不符，未予保存。",
                                "The file does not have the digest that was sent with it; it was not kept.");
                    case BROKEN_OFF ->
                        new ProblemException(Problem.Type.MALFORMED, "文件未传完。", "The file did not come to its end.");
                });
    }

    @Error
    HttpResponse<?> damaged(HttpRequest<?> request, EvidenceDamagedException damaged) {
        return problems.of(
                request,
                Problem.Type.EVIDENCE_DAMAGED,
                new Text(
                        "所存文件与其摘要不符，不予提供；请重新提交原文件。",
                        "What is kept no longer has its digest and is not handed out; hand in the original again."));
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                Problem.Type.EVIDENCE_TOO_LARGE, "文件不得超过 " + limit + " 字节。", "A file has at most " + limit + " bytes.");
    }

    /** As it was sent, where that is the name of one. */
    private static String mediaType(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE))
                .map(String::strip)
                .filter(type -> MEDIA_TYPE.matcher(type).matches())
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
    }

    private static String tag(EvidenceFile file) {
        return "\"" + file.sha256() + "\"";
    }
}
