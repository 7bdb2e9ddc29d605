package tracker.api.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import tracker.streams.audit.ArchiveHeader;
import tracker.streams.audit.ArchiveWriter;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.Compression;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.audit.Scope;
import tracker.streams.audit.SignedNote;
import tracker.streams.codec.EventCodec;
import tracker.streams.topology.RebuiltStates;

/**
 * Copies the event log into an archive that has every checkpoint that was ever signed of it, each directly behind the events that it covers.
 * A log that is not what was signed is refused while it is read.
 */
final class LogCopy implements AutoCloseable {
    private final String log;
    private final ArchiveWriter writer;
    private final OutputStream out;
    private final List<Part> parts = new ArrayList<>();

    /** What is known of a partition so far. */
    private static final class Part {
        private final Deque<SignedNote> ahead = new ArrayDeque<>();
        private final RebuiltStates states;
        private long signed;

        private Part(EventCodec codec) {
            this.states = new RebuiltStates(codec);
        }
    }

    LogCopy(Path file, String log, int partitions, EventCodec codec, Instant now) throws IOException {
        this.log = log;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.writer = new ArchiveWriter(
                out, ArchiveHeader.of(log, partitions, new Scope.Complete(), now, Compression.DEFLATE));
        IntStream.range(0, partitions).forEach(partition -> parts.add(new Part(codec)));
    }

    /** All of them come before the first event, in the order in which they were signed. */
    void checkpoint(int partition, byte[] note) throws IOException {
        SignedNote signed = SignedNote.parse(new String(note, StandardCharsets.UTF_8));
        if (checkpoint(signed).size() == 0) {
            pass(partition, signed);
        } else {
            parts.get(partition).ahead.add(signed);
        }
    }

    void event(LoggedEvent logged) throws IOException {
        Part part = parts.get(logged.partition());
        writer.event(logged);
        part.states.apply(logged.event());
        while (!part.ahead.isEmpty() && checkpoint(part.ahead.peek()).size() == writer.size(logged.partition())) {
            pass(logged.partition(), part.ahead.remove());
        }
    }

    /** What was written after the last checkpoint is signed now; {@code signed} takes each new one. Ends the file. */
    long finish(List<CheckpointSigner> signers, Instant now, PartitionNotes signed) throws IOException {
        long events = 0;
        for (int partition = 0; partition < parts.size(); partition++) {
            Part part = parts.get(partition);
            long size = writer.size(partition);
            if (!part.ahead.isEmpty()) {
                throw altered(partition, checkpoint(part.ahead.peek()).size());
            }
            if (size > part.signed) {
                SignedNote note = CheckpointSigner.sign(
                        Checkpoint.of(log, partition, size, writer.root(partition), now), signers);
                signed.accept(partition, note);
                pass(partition, note);
            }
            events += size;
        }
        writer.finish();
        return events;
    }

    /** Takes what was signed of a partition. */
    @FunctionalInterface
    interface PartitionNotes {
        void accept(int partition, SignedNote note) throws IOException;
    }

    /** Whether a checkpoint is of what was copied, and not of what came after. */
    boolean covers(int partition, byte[] note) {
        SignedNote signed = SignedNote.parse(new String(note, StandardCharsets.UTF_8));
        return checkpoint(signed).size() <= writer.size(partition);
    }

    /** What the partition's events make of its subjects. */
    RebuiltStates states(int partition) {
        return parts.get(partition).states;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void pass(int partition, SignedNote note) throws IOException {
        Checkpoint checkpoint = checkpoint(note);
        if (!checkpoint.root().equals(writer.root(partition))) {
            throw altered(partition, checkpoint.size());
        }
        writer.checkpoint(partition, note);
        parts.get(partition).signed = checkpoint.size();
    }

    private static Checkpoint checkpoint(SignedNote note) {
        return Checkpoint.parse(note.text());
    }

    private static BackupRefusedException altered(int partition, long size) {
        return new BackupRefusedException(
                "日志分区 %d 与其 %d 条事件时的签名检查点不符：日志已被改动，未作备份。".formatted(partition, size),
                "Partition %d of the log is not what was signed of it at %d events: it was altered, and no backup was taken."
                        .formatted(partition, size));
    }
}
