package tracker.api.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.api.OwnerFile;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.VerifierKey;

/**
 * What an installation signs its checkpoints with, and whose signatures it believes: {@code checkpoint-keys} in the data directory, one
 * key a line. Every secret key signs. To rotate, a line is added; once every auditor knows the new key, the old line is replaced by its
 * public form ({@code name+hash+base64}), which signs nothing more and still vouches for what it signed.
 */
public final class AuditKeys {
    private static final String FILE = "checkpoint-keys";

    private final List<CheckpointSigner> signers;
    private final List<VerifierKey> retired;

    private AuditKeys(List<CheckpointSigner> signers, List<VerifierKey> retired) {
        this.signers = List.copyOf(signers);
        this.retired = List.copyOf(retired);
    }

    /** Makes a key where there is none yet; it gets the name {@code name}. */
    public static AuditKeys of(Path dataDirectory, String name) {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            String secret = CheckpointSigner.newSecret(name, new SecureRandom());
            OwnerFile.write(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try {
            Map<Boolean, List<String>> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.partitioningBy(CheckpointSigner::isSecret));
            if (lines.get(true).isEmpty()) {
                throw new IllegalArgumentException("there is no secret key in " + file);
            }
            return new AuditKeys(
                    lines.get(true).stream().map(CheckpointSigner::of).toList(),
                    lines.get(false).stream().map(VerifierKey::parse).toList());
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + file, cause);
        }
    }

    List<CheckpointSigner> signers() {
        return signers;
    }

    /** What others verify by: the keys that sign now, and those that did. */
    public List<VerifierKey> verifiers() {
        return Stream.concat(signers.stream().map(CheckpointSigner::key), retired.stream())
                .toList();
    }
}
