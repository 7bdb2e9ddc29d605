package tracker.api.blobs;

import java.io.IOException;

/** What was to be written could not be read to its end. */
public final class SourceBrokenException extends IOException {
    SourceBrokenException(IOException cause) {
        super(cause);
    }
}
