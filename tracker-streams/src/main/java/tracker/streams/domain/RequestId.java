package tracker.streams.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** What one request is called in every log that its handling leaves, on whichever node. Safe to be written into a line of text. */
public final class RequestId {
    /** Its name among the fields of a line of the log. */
    public static final String FIELD = "request";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private RequestId() {}

    /** {@code text}, which may be null, where it has the form of an id. */
    public static Optional<String> wellFormed(String text) {
        return Optional.ofNullable(text).filter(id -> FORM.matcher(id).matches());
    }
}
