package tracker.api.access.hop;

/** A pass that no node has signed for this request. */
public final class RefusedPassException extends RuntimeException {
    RefusedPassException() {
        super("a pass that is not good");
    }
}
