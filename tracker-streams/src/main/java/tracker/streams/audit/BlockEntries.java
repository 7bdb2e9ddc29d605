package tracker.streams.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.apache.avro.io.BinaryDecoder;

/** The entries of one block, one after the other. What holds none is an {@link ArchiveCorruptException}. */
final class BlockEntries {
    private final RawBlock block;
    private final EntryCodec codec;
    private final BinaryDecoder decoder;
    private long left;

    private BlockEntries(RawBlock block, EntryCodec codec, ByteBuffer expanded) {
        this.block = block;
        this.codec = codec;
        decoder = codec.decoder(expanded);
        left = block.entries();
    }

    /** Null where the block is longer than {@code limit} when it is expanded. */
    static BlockEntries of(RawBlock block, Compression compression, EntryCodec codec, int limit) {
        try {
            ByteBuffer expanded = compression.expand(block.data(), limit);
            return expanded == null ? null : new BlockEntries(block, codec, expanded);
        } catch (DataFormatException cause) {
            throw block.corrupt(
                    "a block of %d entries cannot be expanded: %s".formatted(block.entries(), cause.getMessage()));
        }
    }

    /** As large as a block may be. */
    static BlockEntries of(RawBlock block, Compression compression, EntryCodec codec) {
        BlockEntries entries = of(block, compression, codec, Block.MAX_BYTES);
        if (entries == null) {
            throw block.corrupt("a block of %d entries cannot be expanded: it is too long".formatted(block.entries()));
        }
        return entries;
    }

    /** Null after the last one. */
    Entry next() {
        if (left == 0) {
            return null;
        }
        try {
            Entry entry = codec.decode(decoder);
            left--;
            if (left == 0 && !decoder.isEnd()) {
                throw block.corrupt("a block holds more than its entries");
            }
            return entry;
        } catch (ArchiveCorruptException known) {
            throw known;
        } catch (IOException | RuntimeException cause) {
            throw block.corrupt("a block of %d entries holds what is none".formatted(block.entries()));
        }
    }
}
