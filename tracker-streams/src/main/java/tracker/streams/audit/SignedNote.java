package tracker.streams.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** A text and who signed it, in the C2SP signed-note format: the text, an empty line, a line for each signature. */
public record SignedNote(String text, List<Signed> signatures) {
    /** As in the reference implementation: more are a burden, not a proof. */
    private static final int MAX_SIGNATURES = 100;

    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new IllegalArgumentException(
                    "a note's text ends with a line feed, and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to %d signatures".formatted(MAX_SIGNATURES));
        }
    }

    /** Of a note by a key that says this name and hash. */
    public record Signed(String name, int keyHash, byte[] signature) {
        public Signed {
            VerifierKey.requireName(name);
        }

        private static Signed parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            byte[] bytes = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
            if (bytes.length <= Integer.BYTES) {
                throw new IllegalArgumentException("not a note's signature");
            }
            Signed parsed = new Signed(
                    parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
            if (!parsed.line().equals(line)) {
                throw new IllegalArgumentException("not the one way to write this signature");
            }
            return parsed;
        }

        private String line() {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + signature.length);
            bytes.putInt(keyHash).put(signature);
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes.array());
        }
    }

    /** Names of keys, by what came of their signatures. */
    public record Check(List<String> verified, List<String> bad, List<String> unknown) {
        /** A signature by a known key must be good; one by an unknown key says nothing. */
        public boolean holds() {
            return bad.isEmpty() && !verified.isEmpty();
        }
    }

    /** Anything but the one way to write a note is an {@link IllegalArgumentException}. */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note");
        }
        String lines = note.substring(end + 2);
        List<Signed> signatures = lines.isEmpty()
                ? List.of()
                : Arrays.stream(lines.substring(0, lines.length() - 1).split("\n", -1))
                        .map(Signed::parse)
                        .toList();
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** The note as it is written. */
    public String encoded() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signed -> note.append(signed.line()).append('\n'));
        return note.toString();
    }

    public Check check(Collection<VerifierKey> keys) {
        List<String> verified = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        for (Signed signed : signatures) {
            List<VerifierKey> known = keys.stream()
                    .filter(key -> key.name().equals(signed.name()) && key.hash() == signed.keyHash())
                    .toList();
            boolean good = known.stream().anyMatch(key -> Ed25519.verify(key.key(), message, signed.signature()));
            (known.isEmpty() ? unknown : good ? verified : bad).add(signed.name());
        }
        return new Check(List.copyOf(verified), List.copyOf(bad), List.copyOf(unknown));
    }
}
