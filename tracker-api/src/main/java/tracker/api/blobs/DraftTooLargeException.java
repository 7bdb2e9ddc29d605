package tracker.api.blobs;

import java.io.IOException;

/** What was to be written has more bytes than it may. */
public final class DraftTooLargeException extends IOException {
    DraftTooLargeException(long limit) {
        super("more than " + limit + " bytes");
    }
}
