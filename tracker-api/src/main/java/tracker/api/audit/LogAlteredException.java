package tracker.api.audit;

/** The log is not the one that was signed: nothing more is signed of it, and nobody is told that all is well. */
public final class LogAlteredException extends RuntimeException {
    public LogAlteredException(String message) {
        super(message);
    }
}
