package tracker.streams.domain.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, as 64 lower-case hexadecimal digits. */
public record Hash(String hex) {
    private static final int DIGITS = 64;

    /** What the first event of a subject names as its predecessor. */
    public static final Hash NONE = new Hash("0".repeat(DIGITS));

    public Hash {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
    }

    public static boolean isHex(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        boolean digits = true;
        for (int index = 0; index < DIGITS; index++) {
            char digit = text.charAt(index);
            // Without a branch: digits are random, and every event has two hashes.
            digits &= (digit >= '0' & digit <= '9') | (digit >= 'a' & digit <= 'f');
        }
        return digits;
    }

    public static Hash of(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    /** A new digest of SHA-256, for what comes in parts. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public static Hash sha256(byte[] bytes) {
        return of(digest().digest(bytes));
    }

    /** Of the text in UTF-8. */
    public static Hash sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
