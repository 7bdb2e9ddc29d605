package tracker.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Looks single fields up in JSON that the views wrote. */
final class StoredJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StoredJson() {}

    static long number(byte[] json, String field) {
        return read(json).path(field).longValue();
    }

    static String text(byte[] json, String field) {
        return read(json).path(field).asText();
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
    }
}
