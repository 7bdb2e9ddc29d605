package tracker.streams.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.event.Hash;

/**
 * Writes an archive: an Avro object container file of {@code ArchiveEntry}, in the order of the calls, in constant memory. An archive
 * that was closed without {@link #finish()} is one that no verifier takes for whole. Not thread-safe.
 */
public final class ArchiveWriter implements AutoCloseable {
    /** Large enough to compress well, small enough that damage to one spares the others. */
    private static final int BLOCK_BYTES = 1 << 16;

    private final OutputStream out;
    private final ArchiveHeader header;
    private final byte[] sync;
    private final EntryCodec codec;
    private final MessageDigest fileDigest = Hash.digest();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream(2 * BLOCK_BYTES);
    private final List<Part> parts = new ArrayList<>();
    private long blockEntries;

    /** What was written of a partition. */
    private static final class Part {
        private final GrowingTree tree = new GrowingTree(new Frontier(), 0);
        private long lastIndex = -1;
        private long checkpoints;
    }

    public ArchiveWriter(OutputStream out, ArchiveHeader header) throws IOException {
        this.out = out;
        this.header = header;
        sync = header.sync();
        codec = new EntryCodec(header.format());
        for (int partition = 0; partition < header.partitions(); partition++) {
            parts.add(new Part());
        }
        write(header.encoded());
    }

    /** Indices rise within a partition; in a complete archive, without gaps from 0. */
    public void event(LoggedEvent logged) throws IOException {
        Part part = parts.get(logged.partition());
        boolean follows = header.isComplete() ? logged.index() == part.tree.size() : logged.index() > part.lastIndex;
        if (!follows) {
            throw new IllegalArgumentException("event %d of partition %d does not follow the %d events before"
                    .formatted(logged.index(), logged.partition(), part.tree.size()));
        }
        part.tree.append(logged.event());
        part.lastIndex = logged.index();
        add(new Entry.OfEvent(logged));
    }

    /** Comes no later than directly after the last event that it covers: nobody could compare its root afterwards. */
    public void checkpoint(int partition, SignedNote checkpoint) throws IOException {
        Part part = parts.get(partition);
        long size = Checkpoint.parse(checkpoint.text()).size();
        if (header.isComplete() && size < part.tree.size()) {
            throw new IllegalArgumentException("a checkpoint of %d events comes after %d of partition %d"
                    .formatted(size, part.tree.size(), partition));
        }
        part.checkpoints++;
        add(new Entry.OfCheckpoint(partition, checkpoint.encoded()));
    }

    /** How many events of the partition were written. */
    public long size(int partition) {
        return parts.get(partition).tree.size();
    }

    /** The root over what was written of the partition: what the last checkpoint of a complete archive must say. */
    public Hash root(int partition) {
        return parts.get(partition).tree.root();
    }

    /** Says that this is all. Nothing is written after it. */
    public void finish() throws IOException {
        flushBlock();
        List<Entry.PartitionEnd> ends = new ArrayList<>();
        for (int partition = 0; partition < parts.size(); partition++) {
            Part part = parts.get(partition);
            Hash root = header.isComplete() ? part.tree.root() : null;
            ends.add(new Entry.PartitionEnd(partition, part.tree.size(), part.checkpoints, root));
        }
        byte[] end = codec.encode(new Entry.End(ends, Hash.of(fileDigest.digest())));
        out.write(Block.frame(1, header.compression().store(end), sync));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void add(Entry entry) throws IOException {
        block.write(codec.encode(entry));
        blockEntries++;
        if (block.size() >= BLOCK_BYTES) {
            flushBlock();
        }
    }

    private void flushBlock() throws IOException {
        if (blockEntries > 0) {
            write(Block.frame(blockEntries, header.compression().compress(block.toByteArray()), sync));
            block.reset();
            blockEntries = 0;
        }
    }

    private void write(byte[] bytes) throws IOException {
        fileDigest.update(bytes);
        out.write(bytes);
    }
}
