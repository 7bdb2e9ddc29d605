package tracker.streams.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tracker.streams.audit.ArchiveHeader;
import tracker.streams.audit.ArchiveWriter;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.Compression;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.audit.Scope;
import tracker.streams.audit.Trust;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.Given;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/**
 * Writes an archive of as many events as are wanted, from a fixed seed: eight plans on four partitions, 500 subjects each, all of them
 * chained. Memory grows with the subjects only.
 */
final class MadeArchive {
    private static final String ORIGIN = "tracker.events/bench";
    private static final int PARTITIONS = 4;
    private static final int PLANS_EACH = 2;
    private static final int SUBJECTS = 500;
    private static final int CHECKPOINT_EVERY = 10_000;
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final CheckpointSigner SIGNER =
            CheckpointSigner.of("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    private final Random random = new Random(14);
    private final MadeFacts facts = new MadeFacts(random);
    private final EventCodec codec = new EventCodec();
    private final Map<SubjectId, Last> subjects = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final ArchiveWriter writer;

    private record Last(long version, Hash hash, String eventId) {}

    private MadeArchive(ArchiveWriter writer) {
        this.writer = writer;
    }

    static Trust trust() {
        return new Trust(ORIGIN, PARTITIONS, List.of(SIGNER.key()), List.of());
    }

    /** The file that holds it, written unless it is there. */
    static Path of(long events, Path directory) throws IOException {
        Path file = directory.resolve("events-%d.avro".formatted(events));
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Path unfinished = directory.resolve(file.getFileName() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                ArchiveHeader header =
                        ArchiveHeader.of(ORIGIN, PARTITIONS, new Scope.Complete(), START, Compression.DEFLATE);
                new MadeArchive(new ArchiveWriter(out, header)).write(events);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private void write(long events) throws IOException {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            long until = events * (partition + 1) / PARTITIONS - events * partition / PARTITIONS;
            for (long index = 0; index < until; index++) {
                event(partition, index);
                if ((index + 1) % CHECKPOINT_EVERY == 0 || index + 1 == until) {
                    checkpoint(partition);
                }
            }
        }
        writer.finish();
    }

    private void event(int partition, long index) throws IOException {
        SubjectId subject = subject("plan-%d-14fyp".formatted(partition * PLANS_EACH + random.nextInt(PLANS_EACH)));
        Last last = subjects.getOrDefault(subject, new Last(0, Hash.NONE, null));
        String command = subject.plan() + "~" + new UUID(random.nextLong(), random.nextLong());
        Event event = new Event(
                command + ".1",
                subject,
                last.version() + 1,
                positions.merge(subject.plan(), 1L, Long::sum),
                START.plusMillis(index * 500),
                Given.ECONOMY,
                random.nextInt(4) == 0 ? "按季度报送" : null,
                new UUID(random.nextLong(), random.nextLong()).toString(),
                command,
                last.hash(),
                false,
                facts.next(subject, last.version() + 1, last.eventId()));
        byte[] encoded = codec.encode(event);
        subjects.put(subject, new Last(event.version(), EventCodec.hash(encoded), event.id()));
        writer.event(LoggedEvent.of(partition, index, event.recordedAt(), subject.key(), encoded));
    }

    /** A plan itself comes first. */
    private SubjectId subject(String plan) {
        int drawn = positions.containsKey(plan) ? random.nextInt(SUBJECTS) : 0;
        return drawn == 0 ? SubjectId.ofPlan(plan) : new SubjectId(plan, Kind.INDICATOR, "I%03d".formatted(drawn));
    }

    private void checkpoint(int partition) throws IOException {
        Checkpoint checkpoint = Checkpoint.of(ORIGIN, partition, writer.size(partition), writer.root(partition), START);
        writer.checkpoint(partition, CheckpointSigner.sign(checkpoint, List.of(SIGNER)));
    }
}
