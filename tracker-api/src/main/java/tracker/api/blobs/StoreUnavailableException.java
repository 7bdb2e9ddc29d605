package tracker.api.blobs;

/** The store of files does not answer, or not as it should: what was asked for may be had later. */
public final class StoreUnavailableException extends RuntimeException {
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
