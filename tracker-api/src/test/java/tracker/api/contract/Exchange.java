package tracker.api.contract;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request and its answer, as they went over the wire. {@code asked} are the request's headers, {@code headers} the answer's; {@code sent}
 * and {@code body} are null where they are not to be looked at (a stream).
 */
public record Exchange(
        String method,
        URI uri,
        Function<String, Optional<String>> asked,
        byte[] sent,
        int status,
        Function<String, Optional<String>> headers,
        byte[] body) {

    /** Whether it was let in: also where the answer leads on, or is one that the caller has. */
    boolean isAccepted() {
        return status >= 200 && status < 400;
    }

    /** Null where the request said none. */
    String contentType() {
        return asked.apply("Content-Type").orElse(null);
    }

    @Override
    public String toString() {
        return method + " " + uri + " -> " + status;
    }
}
