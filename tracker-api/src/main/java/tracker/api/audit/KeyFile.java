package tracker.api.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tracker.api.OwnerFile;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.VerifierKey;

/**
 * {@code checkpoint-keys} in the data directory, one key a line. Every secret key signs. To rotate, a line is added; once every auditor knows
 * the new key, the old line is replaced by its public form ({@code name+hash+base64}), which signs nothing more and still vouches for
 * what it signed. A running tracker reads it when it starts.
 */
public final class KeyFile {
    private final Path file;

    public KeyFile(Path dataDirectory) {
        this.file = dataDirectory.resolve("checkpoint-keys");
    }

    /** One key; {@code secret} is its line while it signs, null once it is retired. */
    record Line(VerifierKey key, String secret) {
        static Line parse(String line) {
            return CheckpointSigner.isSecret(line)
                    ? new Line(CheckpointSigner.of(line).key(), line)
                    : new Line(VerifierKey.parse(line), null);
        }

        boolean signs() {
            return secret != null;
        }

        String text() {
            return secret == null ? key.text() : secret;
        }

        /** A secret does not stray into a log. */
        @Override
        public String toString() {
            return key.text();
        }
    }

    /** A key as it may be shown. {@code id} is the hash in its name, {@code key} its public form. */
    public record Key(String id, String name, boolean signs, String key) {
        private static Key of(Line line) {
            return new Key(
                    HexFormat.of().toHexDigits(line.key().hash()),
                    line.key().name(),
                    line.signs(),
                    line.key().text());
        }
    }

    /** A log that nobody signs any more proves nothing. */
    public static final class LastKeyException extends RuntimeException {
        private LastKeyException() {
            super("the last key that signs");
        }
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Makes a first key of that name where there is none yet. */
    void createIfAbsent(String name) {
        OwnerFile.createIfAbsent(file, () -> OwnerFile.write(file, bytes(List.of(newLine(name)))));
    }

    /** A line that is no key is an {@link IllegalArgumentException}. */
    List<Line> lines() {
        try {
            return lines(Files.readAllBytes(file));
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + file, cause);
        }
    }

    public List<Key> keys() {
        return lines().stream().map(Key::of).toList();
    }

    /** Adds a key of the last one's name, which signs beside the others. */
    public Key rotate() {
        change(lines -> {
            List<Line> more = new ArrayList<>(lines);
            more.add(newLine(lines.get(lines.size() - 1).key().name()));
            return more;
        });
        List<Key> keys = keys();
        return keys.get(keys.size() - 1);
    }

    /**
     * From now on that key signs nothing. Empty where no key that signs has this id; the last one that does is not retired: a
     * {@link LastKeyException}.
     */
    public Optional<Key> retire(String id) {
        if (keys().stream().noneMatch(key -> key.signs() && key.id().equals(id))) {
            return Optional.empty();
        }
        change(lines -> {
            List<Line> changed = lines.stream()
                    .map(line -> Key.of(line).id().equals(id) ? new Line(line.key(), null) : line)
                    .toList();
            if (changed.stream().noneMatch(Line::signs)) {
                throw new LastKeyException();
            }
            return changed;
        });
        return keys().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private void change(UnaryOperator<List<Line>> change) {
        OwnerFile.update(file, content -> bytes(change.apply(lines(content))));
    }

    private static Line newLine(String name) {
        return Line.parse(CheckpointSigner.newSecret(name, new SecureRandom()));
    }

    private static List<Line> lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Line::parse)
                .toList();
    }

    private static byte[] bytes(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
