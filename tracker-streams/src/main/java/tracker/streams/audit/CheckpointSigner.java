package tracker.streams.audit;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Signs checkpoints by an Ed25519 key. While keys are rotated, the old and the new one both sign. */
public final class CheckpointSigner {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final KeyPair pair;
    private final VerifierKey key;

    private CheckpointSigner(String name, byte[] seed) {
        pair = Ed25519.keyPair(seed);
        key = new VerifierKey(name, pair.getPublic());
    }

    /** Whether {@code text} claims to be a secret key; {@link #of} tells whether it is one. */
    public static boolean isSecret(String text) {
        return text.startsWith(PREFIX);
    }

    /** {@code secret} as of {@link #newSecret}; anything else is an {@link IllegalArgumentException} that does not repeat it. */
    public static CheckpointSigner of(String secret) {
        String[] parts = isSecret(secret) ? secret.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a signer's key: PRIVATE+KEY+name+hash+base64 is expected");
        }
        byte[] seed = VerifierKey.keyBytes(parts[2]);
        CheckpointSigner signer = new CheckpointSigner(parts[0], seed);
        if (!secret.equals(text(signer.key, seed))) {
            throw new IllegalArgumentException("not a signer's key: its hash is not that of its name and key");
        }
        return signer;
    }

    /** A new key, as signed notes' reference implementation writes it: {@code PRIVATE+KEY+name+hash+base64}. */
    public static String newSecret(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return text(new CheckpointSigner(name, seed).key, seed);
    }

    private static String text(VerifierKey key, byte[] seed) {
        return PREFIX + key.name() + "+" + key.hashText() + "+"
                + Base64.getEncoder().encodeToString(VerifierKey.typed(seed));
    }

    /** What others verify by. */
    public VerifierKey key() {
        return key;
    }

    public static SignedNote sign(Checkpoint checkpoint, List<CheckpointSigner> signers) {
        return sign(checkpoint.text(), signers);
    }

    static SignedNote sign(String text, List<CheckpointSigner> signers) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return new SignedNote(
                text,
                signers.stream()
                        .map(signer -> new SignedNote.Signed(
                                signer.key.name(), signer.key.hash(), Ed25519.sign(signer.pair.getPrivate(), message)))
                        .toList());
    }
}
