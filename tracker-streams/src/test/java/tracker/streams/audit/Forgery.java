package tracker.streams.audit;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes what it is given, as one who knows the format and makes every count, checksum and hash fit; only keys it has none. */
final class Forgery {
    private static final Instant CREATED = Instant.parse("2026-11-24T08:00:00Z");
    /** Small, so that small archives too have several blocks. */
    private static final int BLOCK_ENTRIES = 4;

    private Forgery() {}

    static ArchiveHeader header(Scope scope, Compression compression) {
        return ArchiveHeader.of(GivenLog.ORIGIN, GivenLog.PARTITIONS, scope, CREATED, compression);
    }

    static byte[] archive(List<Entry> entries) {
        return archive(header(new Scope.Complete(), Compression.DEFLATE), entries, UnaryOperator.identity());
    }

    /** {@code ending} changes the end, or is null for none. */
    static byte[] archive(ArchiveHeader header, List<Entry> entries, UnaryOperator<Entry.End> ending) {
        EntryCodec codec = new EntryCodec(header.format());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.encoded());
        for (int from = 0; from < entries.size(); from += BLOCK_ENTRIES) {
            List<Entry> block = entries.subList(from, Math.min(from + BLOCK_ENTRIES, entries.size()));
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            block.forEach(entry -> data.writeBytes(codec.encode(entry)));
            byte[] compressed = header.compression().compress(data.toByteArray());
            file.writeBytes(Block.frame(block.size(), compressed, header.sync()));
        }
        if (ending != null) {
            Entry.End end = ending.apply(end(header, entries, file.toByteArray()));
            file.writeBytes(Block.frame(1, header.compression().store(codec.encode(end)), header.sync()));
        }
        return file.toByteArray();
    }

    private static Entry.End end(ArchiveHeader header, List<Entry> entries, byte[] file) {
        List<Entry.PartitionEnd> ends = new ArrayList<>();
        for (int partition = 0; partition < header.partitions(); partition++) {
            GrowingTree tree = new GrowingTree(new Frontier(), 0);
            long checkpoints = 0;
            for (Entry entry : entries) {
                if (entry instanceof Entry.OfEvent event && event.logged().partition() == partition) {
                    tree.append(event.logged().event());
                } else if (entry instanceof Entry.OfCheckpoint checkpoint && checkpoint.partition() == partition) {
                    checkpoints++;
                }
            }
            ends.add(new Entry.PartitionEnd(
                    partition, tree.size(), checkpoints, header.isComplete() ? tree.root() : null));
        }
        return new Entry.End(ends, new Hasher().hash(file));
    }
}
