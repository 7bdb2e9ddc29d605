package tracker.api.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that evidence is known by. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
