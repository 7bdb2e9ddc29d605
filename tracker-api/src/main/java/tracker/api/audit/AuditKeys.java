package tracker.api.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import tracker.api.OwnerFile;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.VerifierKey;

/**
 * What an installation signs its checkpoints with: {@code checkpoint-keys} in the data directory, one key a line. All of them sign: to
 * rotate, a line is added, and the old one taken away once every auditor knows the new one.
 */
public final class AuditKeys {
    private static final String FILE = "checkpoint-keys";

    private final List<CheckpointSigner> signers;

    private AuditKeys(List<CheckpointSigner> signers) {
        this.signers = List.copyOf(signers);
    }

    /** Makes a key where there is none yet; it gets the name {@code name}. */
    public static AuditKeys of(Path dataDirectory, String name) {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            String secret = CheckpointSigner.newSecret(name, new SecureRandom());
            OwnerFile.write(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new AuditKeys(Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(CheckpointSigner::of)
                    .toList());
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + file, cause);
        }
    }

    List<CheckpointSigner> signers() {
        return signers;
    }

    /** What others verify by. */
    public List<VerifierKey> verifiers() {
        return signers.stream().map(CheckpointSigner::key).toList();
    }
}
