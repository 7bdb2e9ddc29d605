package tracker.api.evidence;

/** The store of files does not answer, or not as it should: what was asked for may be had later. */
public final class StoreUnavailableException extends RuntimeException {
    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
