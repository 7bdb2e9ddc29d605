package tracker.api.evidence;

/** What is kept is not what was handed in: gone, or with another digest. */
public final class EvidenceDamagedException extends RuntimeException {
    EvidenceDamagedException(String key) {
        super("damaged: " + key);
    }
}
