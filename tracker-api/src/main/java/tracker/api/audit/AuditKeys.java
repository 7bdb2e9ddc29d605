package tracker.api.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.VerifierKey;

/** What an installation signs its checkpoints with, and whose signatures it believes, as its {@link KeyFile} had it at the start. */
public final class AuditKeys {
    private final List<CheckpointSigner> signers;
    private final List<VerifierKey> retired;

    private AuditKeys(List<CheckpointSigner> signers, List<VerifierKey> retired) {
        this.signers = List.copyOf(signers);
        this.retired = List.copyOf(retired);
    }

    /** Makes a key where there is none yet; it is named after the log's cluster. */
    public static AuditKeys of(Path dataDirectory, String log) {
        KeyFile file = new KeyFile(dataDirectory);
        file.createIfAbsent("tracker-" + log.substring(log.lastIndexOf('/') + 1));
        Map<Boolean, List<KeyFile.Line>> lines =
                file.lines().stream().collect(Collectors.partitioningBy(KeyFile.Line::signs));
        if (lines.get(true).isEmpty()) {
            throw new IllegalArgumentException("there is no secret key among the checkpoint keys in " + dataDirectory);
        }
        return new AuditKeys(
                lines.get(true).stream()
                        .map(line -> CheckpointSigner.of(line.secret()))
                        .toList(),
                lines.get(false).stream().map(KeyFile.Line::key).toList());
    }

    public List<CheckpointSigner> signers() {
        return signers;
    }

    /** What others verify by: the keys that sign now, and those that did. */
    public List<VerifierKey> verifiers() {
        return Stream.concat(signers.stream().map(CheckpointSigner::key), retired.stream())
                .toList();
    }
}
