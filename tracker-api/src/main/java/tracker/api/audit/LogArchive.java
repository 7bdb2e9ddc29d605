package tracker.api.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import tracker.api.view.LogQueries;
import tracker.streams.audit.ArchiveHeader;
import tracker.streams.audit.ArchiveWriter;
import tracker.streams.audit.Compression;
import tracker.streams.audit.Scope;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.VerifierKey;
import tracker.streams.domain.event.Hash;
import tracker.streams.runtime.TopicReader;

/** The whole event log as an archive, as it lies in Kafka, up to a checkpoint of each partition that is signed here and now. */
public final class LogArchive {
    private final LogReader log;
    private final LogQueries views;
    private final PartitionAudit audit;
    private final Checkpoints checkpoints;
    private final int partitions;
    private final Duration patience;
    private final Clock clock;

    /** {@code patience} is how long the views are waited for. */
    public LogArchive(
            LogReader log,
            LogQueries views,
            PartitionAudit audit,
            Checkpoints checkpoints,
            int partitions,
            Duration patience,
            Clock clock) {
        this.log = log;
        this.views = views;
        this.patience = patience;
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
     * What is committed now, written at constant memory; the stream is flushed and stays open. The views are waited for before
     * this returns, as they must have read what is signed: {@link tracker.api.view.NotReadyException} then, rather than an archive that breaks
     * off. While it is written, a log that does not extend what was signed of it is a {@link LogAlteredException}.
     */
    public Piped.Writer ofNow() {
        return ofNow(audit::upTo);
    }

    /** The same of a log that may have been altered: of a partition that was, there is no checkpoint then. */
    Piped.Writer forVerification() {
        return ofNow((partition, size, root) -> {
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

    private Piped.Writer ofNow(Signing signing) {
        TopicReader.Ends ends = log.ends(IntStream.range(0, partitions).boxed().toList());
        views.await(ends, patience);
        return out -> write(out, ends, signing);
    }

    private void write(OutputStream out, TopicReader.Ends ends, Signing signing) throws IOException {
        ArchiveWriter writer = new ArchiveWriter(
                out,
                ArchiveHeader.of(
                        checkpoints.log(), partitions, new Scope.Complete(), clock.instant(), Compression.DEFLATE));
        log.read(ends, writer::event);
        for (int partition = 0; partition < partitions; partition++) {
            SignedNote checkpoint = signing.sign(partition, writer.size(partition), writer.root(partition));
            if (checkpoint != null) {
                writer.checkpoint(partition, checkpoint);
            }
        }
        writer.finish();
    }
}
