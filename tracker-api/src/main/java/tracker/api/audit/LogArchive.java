package tracker.api.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import tracker.streams.audit.ArchiveHeader;
import tracker.streams.audit.ArchiveWriter;
import tracker.streams.audit.Compression;
import tracker.streams.audit.Scope;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.VerifierKey;
import tracker.streams.domain.event.Hash;

/** The whole event log as an archive, as it lies in Kafka, up to a checkpoint of each partition that is signed here and now. */
public final class LogArchive {
    private final LogReader log;
    private final PartitionAudit audit;
    private final Checkpoints checkpoints;
    private final int partitions;
    private final Clock clock;

    public LogArchive(LogReader log, PartitionAudit audit, Checkpoints checkpoints, int partitions, Clock clock) {
        this.log = log;
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** What an auditor must know to verify an archive: the log's name, its partitions, and whose signatures hold. */
    public record Trusted(String origin, int partitions, List<String> keys) {}

    public Trusted trusted() {
        return new Trusted(
                checkpoints.log(),
                partitions,
                checkpoints.verifiers().stream().map(VerifierKey::text).toList());
    }

    /**
     * Writes what is committed now, at constant memory. The stream is flushed and stays open. A log that does not extend what was signed of it is a
     * {@link LogAlteredException}.
     */
    public void writeTo(OutputStream out) throws IOException {
        write(out, audit::upTo);
    }

    /** The same of a log that may have been altered: of a partition that was, there is no checkpoint then. */
    void writeForVerification(OutputStream out) throws IOException {
        write(out, (partition, size, root) -> {
            try {
                return audit.upTo(partition, size, root);
            } catch (LogAlteredException verifierWillTell) {
                return null;
            }
        });
    }

    private interface Signing {
        SignedNote sign(int partition, long size, Hash root);
    }

    private void write(OutputStream out, Signing signing) throws IOException {
        ArchiveWriter writer = new ArchiveWriter(
                out,
                ArchiveHeader.of(
                        checkpoints.log(), partitions, new Scope.Complete(), clock.instant(), Compression.DEFLATE));
        log.read(IntStream.range(0, partitions).boxed().toList(), writer::event);
        for (int partition = 0; partition < partitions; partition++) {
            SignedNote checkpoint = signing.sign(partition, writer.size(partition), writer.root(partition));
            if (checkpoint != null) {
                writer.checkpoint(partition, checkpoint);
            }
        }
        writer.finish();
    }
}
