package tracker.api.contract;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request and its answer, as they went over the wire. {@code contentType} is null where the request said none; {@code sent} and
 * {@code body} are null where they are not to be looked at (a stream).
 */
public record Exchange(
        String method,
        URI uri,
        String contentType,
        byte[] sent,
        int status,
        Function<String, Optional<String>> headers,
        byte[] body) {

    boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return method + " " + uri + " -> " + status;
    }
}
