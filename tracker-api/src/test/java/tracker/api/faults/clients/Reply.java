package tracker.api.faults.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tracker.api.faults.history.Entry.Outcome;

/** What the tracker answered. {@code etag} is null where there is none. */
record Reply(int status, String etag, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ACCEPTED = 202;

    /** Of a body that broke off: {@link IOException}. */
    JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The subject's version, as the ETag of its state. */
    long version() {
        return Long.parseLong(etag.replace("\"", ""));
    }

    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What it says of the write that it answers. */
    Outcome outcome() throws IOException {
        if (isOk() && status != ACCEPTED) {
            JsonNode written = json();
            List<String> events = new ArrayList<>();
            written.path("eventIds").forEach(id -> events.add(id.asText()));
            return new Outcome.Answered(
                    events,
                    written.path("version").longValue(),
                    written.path("position").longValue());
        }
        if (status >= 400 && status < 500) {
            JsonNode problem = json();
            JsonNode current = problem.path("currentVersion");
            return new Outcome.Refused(problem.path("type").asText(), current.isNumber() ? current.longValue() : null);
        }
        return new Outcome.Unknown(String.valueOf(status));
    }
}
