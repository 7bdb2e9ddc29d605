package tracker.api.blobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that evidence is known by. */
public final class Sha256 {
    private Sha256() {}

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
