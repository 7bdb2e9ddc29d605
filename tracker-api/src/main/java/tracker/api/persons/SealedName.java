package tracker.api.persons;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tracker.streams.domain.Actor;

/**
 * A person's name as events hold it: {@code person:id:ciphertext}, AES-256-GCM (NIST SP 800-38D) under the person's own key, bound to the id;
 * in base64url, a nonce of 12 bytes before the ciphertext. Without the key it says nothing but that it is always the same person.
 */
record SealedName(String person, String ciphertext) {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    private static final Pattern FORM = Pattern.compile("person:([0-9a-f]{32}):([A-Za-z0-9_-]{38,})");
    private static final int TAG_BITS = 128;

    /** {@code nonce} must be used with this key only once. */
    static SealedName of(String person, String name, byte[] key, byte[] nonce) {
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, person, key, nonce, name.getBytes(StandardCharsets.UTF_8), 0);
        byte[] all = new byte[nonce.length + sealed.length];
        System.arraycopy(nonce, 0, all, 0, nonce.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return new SealedName(person, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    }

    /** Puts into {@code text} what {@code opened} makes of each sealed name in it. */
    static String replaceAll(String text, Function<SealedName, String> opened) {
        if (!text.contains(Actor.CONCEALED)) {
            return text;
        }
        return FORM.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(opened.apply(new SealedName(match.group(1), match.group(2)))));
    }

    /** What is no name of this key is an {@link IllegalArgumentException}. */
    String open(byte[] key) {
        byte[] all = Base64.getUrlDecoder().decode(ciphertext);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        return new String(cipher(Cipher.DECRYPT_MODE, person, key, nonce, all, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return Actor.CONCEALED + person + ":" + ciphertext;
    }

    private static byte[] cipher(int mode, String person, byte[] key, byte[] nonce, byte[] data, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(person.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(data, from, data.length - from);
        } catch (GeneralSecurityException cause) {
            throw new IllegalArgumentException("not a name under this key", cause);
        }
    }
}
