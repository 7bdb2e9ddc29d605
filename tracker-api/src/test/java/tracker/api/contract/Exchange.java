package tracker.api.contract;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request and its answer, as they went over the wire. {@code contentType} and {@code sent} are null where the request had no body,
 * {@code body} where the answer's is not to be looked at (a stream that does not end).
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
