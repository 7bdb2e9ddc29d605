package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import tracker.api.audit.Piped;

/** Files that are sent as they are made. One whose making fails breaks off: the client sees that it is not whole. */
final class Downloads {
    private Downloads() {}

    static HttpResponse<StreamedFile> streamed(Piped.Writer writer, String mediaType, String name) {
        return HttpResponse.ok(new StreamedFile(Piped.of(writer), MediaType.of(mediaType)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
