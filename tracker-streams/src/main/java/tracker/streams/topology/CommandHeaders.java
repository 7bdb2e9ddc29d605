package tracker.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tracker.streams.domain.RequestId;

/** What a command's record says beside the command. Nothing of it is part of what is decided or recorded. */
public final class CommandHeaders {
    /** The request that the command came with. */
    public static final String REQUEST = "tracker.request-id";

    private CommandHeaders() {}

    /** Anybody may have written a record: what is no id is none. */
    static Optional<String> requestId(Headers headers) {
        Header header = headers.lastHeader(REQUEST);
        return header == null || header.value() == null
                ? Optional.empty()
                : RequestId.wellFormed(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** {@code headers} with {@code others} in the place of those of the same names. */
    static Headers with(Headers headers, Headers others) {
        Headers all = new RecordHeaders(headers);
        others.forEach(other -> all.remove(other.key()));
        others.forEach(all::add);
        return all;
    }
}
