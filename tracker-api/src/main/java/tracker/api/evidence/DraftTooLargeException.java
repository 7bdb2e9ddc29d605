package tracker.api.evidence;

import java.io.IOException;

/** What was to be written has more bytes than it may. */
final class DraftTooLargeException extends IOException {
    DraftTooLargeException(long limit) {
        super("more than " + limit + " bytes");
    }
}
