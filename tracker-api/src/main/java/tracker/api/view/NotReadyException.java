package tracker.api.view;

/** The state is restoring, moving, or not yet as far as the reader asked for: to be asked again, never answered as empty. */
public class NotReadyException extends RuntimeException {
    public NotReadyException(String message) {
        super(message);
    }
}
