package tracker.api.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** RFC 3339 times in requests. */
final class Times {
    private Times() {}

    /** Null stays null; a time without its zone is refused. */
    static Instant parse(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            // A plus sign that was not escaped arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new ProblemException(
                    Problem.Type.MALFORMED,
                    name + " 须为带时区的 RFC 3339 时间。",
                    name + " is an RFC 3339 time with its zone.");
        }
    }
}
