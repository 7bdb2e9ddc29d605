package tracker.streams.audit;

import java.security.MessageDigest;
import java.util.Arrays;
import tracker.streams.domain.event.Hash;

/** Hashes a file's blocks in their order, and says whether its end is one: in its only form, and with nothing behind it. */
final class FileSeal {
    private final ArchiveHeader header;
    private final EntryCodec codec;
    private final MessageDigest digest = Hash.digest();

    FileSeal(ArchiveHeader header, EntryCodec codec) {
        this.header = header;
        this.codec = codec;
        digest.update(header.encoded());
    }

    /** A block that is not the end's. */
    void passed(RawBlock block) {
        digest.update(block.bytes());
    }

    /** The hash of all bytes before the end's block; what is no proper end is an {@link ArchiveCorruptException}. */
    Hash closed(Entry.End end, RawBlock block) {
        byte[] data = codec.encode(end);
        Compression compression = header.compression();
        if (!compression.stores(data)
                || !Arrays.equals(block.bytes(), Block.frame(1, compression.store(data), header.sync()))) {
            throw block.corrupt("the end's block is not in its only form");
        }
        if (!block.last()) {
            throw new ArchiveCorruptException("bytes follow the end", block.offset() + block.bytes().length);
        }
        return Hash.of(digest.digest());
    }
}
