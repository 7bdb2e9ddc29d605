package tracker.streams.codec;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/** What is JSON already, and is written as it is. */
public record RawJson(@JsonValue @JsonRawValue String text) {
    public static RawJson of(byte[] utf8) {
        return new RawJson(new String(utf8, StandardCharsets.UTF_8));
    }
}
