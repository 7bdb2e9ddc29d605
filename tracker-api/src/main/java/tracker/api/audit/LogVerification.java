package tracker.api.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tracker.api.audit.Proofs.Consistency;
import tracker.api.audit.Proofs.Signed;
import tracker.streams.audit.ArchiveCorruptException;
import tracker.streams.audit.ArchiveReader;
import tracker.streams.audit.ArchiveVerifier;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.Trust;
import tracker.streams.audit.Verification;
import tracker.streams.codec.EventCodec;

/** Verifies on the spot what an auditor can also verify at home: an archive, a kept checkpoint, or the log as it lies in Kafka. */
public final class LogVerification {
    private static final int MAX_HEADER = 1 << 20;

    private final LogArchive archive;
    private final PartitionAudit audit;
    private final Checkpoints checkpoints;
    private final EventCodec codec;
    private final int partitions;

    public LogVerification(
            LogArchive archive, PartitionAudit audit, Checkpoints checkpoints, EventCodec codec, int partitions) {
        this.archive = archive;
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.codec = codec;
        this.partitions = partitions;
    }

    /** What came of a checkpoint. {@code problem} is null where it is verified, {@code consistency} where it is not. */
    public record Extended(
            boolean verified, String problem, Signed checkpoint, Signed latest, Consistency consistency) {}

    /** An archive of this log, against all that had been signed of it when it says that it was made. */
    public Verification.Summary archive(InputStream in) throws IOException {
        BufferedInputStream archive = new BufferedInputStream(in);
        archive.mark(MAX_HEADER);
        Optional<Instant> created = created(archive);
        archive.reset();
        return verify(
                archive,
                signed().stream()
                        .filter(note -> created.isEmpty()
                                || Checkpoint.parse(note.text())
                                        .time()
                                        .filter(time -> !time.isAfter(created.get()))
                                        .isPresent())
                        .toList());
    }

    /** The whole log in Kafka: every chain, every order, every tree, and every checkpoint that was ever signed. */
    public Verification.Summary running() throws IOException {
        // Before the log is read: of what was signed while it is, some events would seem to be missing.
        List<SignedNote> signed = signed();
        try (Piped piped = Piped.of(archive.forVerification())) {
            return verify(piped, signed);
        }
    }

    /** Whether the log of today extends a checkpoint that somebody kept. What is no checkpoint is an {@link IllegalArgumentException}. */
    public Extended extend(String note) {
        SignedNote signed = SignedNote.parse(note);
        Checkpoint checkpoint = Checkpoint.parse(signed.text());
        for (int partition = 0; partition < partitions; partition++) {
            if (checkpoint.origin().equals(Checkpoint.origin(checkpoints.log(), partition))) {
                return audit.extend(partition, signed);
            }
        }
        return new Extended(false, "OTHER_ORIGIN", Signed.of(-1, signed), null, null);
    }

    private List<SignedNote> signed() {
        return IntStream.range(0, partitions)
                .boxed()
                .flatMap(partition -> audit.signed(partition).stream())
                .toList();
    }

    /** Empty where the header cannot be read: then the verifier says what is wrong with it. */
    private static Optional<Instant> created(InputStream archive) throws IOException {
        try {
            return Optional.of(new ArchiveReader(archive).header().created());
        } catch (ArchiveCorruptException verifierWillTell) {
            return Optional.empty();
        }
    }

    private Verification.Summary verify(InputStream in, List<SignedNote> signed) throws IOException {
        Trust trust = new Trust(checkpoints.log(), partitions, checkpoints.verifiers(), signed);
        // One thread besides this one: the tracker goes on serving.
        return new ArchiveVerifier(codec, trust, 1).verify(in).summary();
    }
}
