package tracker.streams.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tracker.streams.domain.event.Hash;

/** Whose signatures are believed: a name and an Ed25519 key, as C2SP signed-note writes them: {@code name+hash+base64}. */
public record VerifierKey(String name, PublicKey key) {
    /** The signature type of Ed25519. */
    static final byte ED25519 = 1;

    public VerifierKey {
        requireName(name);
    }

    /** Anything but the one way to write a key is an {@link IllegalArgumentException}. */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a verifier key: name+hash+base64 is expected");
        }
        VerifierKey parsed = new VerifierKey(parts[0], Ed25519.publicKey(keyBytes(parts[2])));
        if (!parsed.text().equals(text)) {
            throw new IllegalArgumentException("not a verifier key: its hash is not that of its name and key");
        }
        return parsed;
    }

    public String text() {
        return name + "+" + hashText() + "+" + Base64.getEncoder().encodeToString(typed(Ed25519.raw(key)));
    }

    /** The first four bytes of SHA-256(name, 0A, type, key): which key a signature says it is by. */
    public int hash() {
        MessageDigest digest = Hash.digest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest(typed(Ed25519.raw(key)))).getInt();
    }

    String hashText() {
        return HexFormat.of().toHexDigits(hash());
    }

    /** What base64 holds: the type of Ed25519, then 32 bytes. */
    static byte[] keyBytes(String base64) {
        byte[] typed = Base64.getDecoder().decode(base64);
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    static byte[] typed(byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(ED25519).put(key).array();
    }

    static void requireName(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(VerifierKey::isForbidden)) {
            throw new IllegalArgumentException("a key's name has no space, no plus sign and no control character");
        }
    }

    private static boolean isForbidden(int character) {
        return character == '+'
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
