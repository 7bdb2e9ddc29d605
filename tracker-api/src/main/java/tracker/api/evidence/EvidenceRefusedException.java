package tracker.api.evidence;

/** A file that is not taken in; nothing of it is kept. */
public final class EvidenceRefusedException extends RuntimeException {
    private final Reason reason;

    /** Why. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        /** It does not have the digest that it was said to have. */
        DIGEST_MISMATCH,
        /** It did not come to its end. */
        BROKEN_OFF
    }

    EvidenceRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
