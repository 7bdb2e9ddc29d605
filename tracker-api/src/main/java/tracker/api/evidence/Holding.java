package tracker.api.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** That somebody handed a file in: kept beside its bytes, one for each who did. {@code at} is in the form of {@link Instant#toString}. */
record Holding(String name, String mediaType, long size, String user, String at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Holding decode(byte[] json) {
        try {
            return JSON.readValue(json, Holding.class);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    byte[] encode() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    Instant since() {
        return Instant.parse(at);
    }
}
