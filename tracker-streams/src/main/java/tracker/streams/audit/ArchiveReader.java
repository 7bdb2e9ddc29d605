package tracker.streams.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.apache.avro.io.BinaryDecoder;
import tracker.streams.domain.event.Hash;

/**
 * Reads an archive entry by entry, one block in memory. Stricter than Avro's own reader: header and end have one form only, nothing
 * follows the end, and the file's bytes are hashed. What cannot be read is an {@link ArchiveCorruptException}. Not thread-safe.
 */
public final class ArchiveReader {
    private final ArchiveInput in;
    private final ArchiveHeader header;
    private final byte[] sync;
    private final EntryCodec codec;
    private final MessageDigest fileDigest = Hasher.sha256();
    private byte[] block = {};
    private long blockEntries;
    private long blockOffset;
    private long left;
    private BinaryDecoder decoder;
    private Hash fileHash;

    public ArchiveReader(InputStream archive) throws IOException {
        in = new ArchiveInput(archive);
        header = readHeader(in);
        sync = header.sync();
        byte[] bytes = in.take();
        if (!Arrays.equals(bytes, header.encoded())) {
            throw new ArchiveCorruptException("the header is not in its only form", 0);
        }
        fileDigest.update(bytes);
        codec = new EntryCodec(header.format());
    }

    public ArchiveHeader header() {
        return header;
    }

    /** Of the bytes before the end's block; null before the end was read. */
    public Hash fileHash() {
        return fileHash;
    }

    /** Null where the file ends, which a whole archive does after an {@link Entry.End}. */
    public Entry next() throws IOException {
        if (left == 0 && !nextBlock()) {
            return null;
        }
        Entry entry;
        try {
            entry = codec.decode(decoder);
            left--;
            if (left == 0 && !decoder.isEnd()) {
                throw corrupt("a block holds more than its entries");
            }
        } catch (ArchiveCorruptException known) {
            throw known;
        } catch (IOException | RuntimeException cause) {
            throw corrupt("a block of %d entries holds what is none".formatted(blockEntries));
        }
        if (entry instanceof Entry.End end) {
            requireEnd(end);
        }
        return entry;
    }

    private static ArchiveHeader readHeader(ArchiveInput in) throws IOException {
        if (!Arrays.equals(in.bytes(ArchiveHeader.MAGIC.length), ArchiveHeader.MAGIC)
                || in.varint() != ArchiveHeader.ENTRIES) {
            throw in.corrupt("not an archive");
        }
        Map<String, String> metadata = new HashMap<>();
        for (int entry = 0; entry < ArchiveHeader.ENTRIES; entry++) {
            String key = new String(in.bytes(in.varint()), StandardCharsets.UTF_8);
            metadata.put(key, new String(in.bytes(in.varint()), StandardCharsets.UTF_8));
        }
        in.bytes(1 + ArchiveHeader.SYNC_BYTES);
        try {
            ArchiveHeader header = ArchiveHeader.parse(metadata);
            // An unknown format has no form at all.
            header.encoded();
            return header;
        } catch (RuntimeException cause) {
            throw in.corrupt("the header is not an archive's");
        }
    }

    private boolean nextBlock() throws IOException {
        fileDigest.update(block);
        blockOffset = in.start();
        if (in.isAtEnd()) {
            return false;
        }
        blockEntries = in.varint();
        byte[] data = in.bytes(in.varint());
        if (blockEntries < 1 || blockEntries > Block.MAX_BYTES) {
            throw corrupt("a block of %d entries".formatted(blockEntries));
        }
        if (!Arrays.equals(in.bytes(sync.length), sync)) {
            throw corrupt("the marker after a block is not the file's");
        }
        block = in.take();
        left = blockEntries;
        try {
            decoder = codec.decoder(header.compression().expand(data, Block.MAX_BYTES), decoder);
        } catch (DataFormatException cause) {
            throw corrupt("a block of %d entries cannot be expanded: %s".formatted(blockEntries, cause.getMessage()));
        }
        return true;
    }

    private void requireEnd(Entry.End end) throws IOException {
        byte[] data = codec.encode(end);
        if (!header.compression().stores(data)
                || !Arrays.equals(block, Block.frame(1, header.compression().store(data), sync))) {
            throw corrupt("the end's block is not in its only form");
        }
        if (!in.isAtEnd()) {
            throw in.corrupt("bytes follow the end");
        }
        fileHash = Hash.of(fileDigest.digest());
        block = new byte[0];
    }

    private ArchiveCorruptException corrupt(String why) {
        return new ArchiveCorruptException(why, blockOffset);
    }
}
