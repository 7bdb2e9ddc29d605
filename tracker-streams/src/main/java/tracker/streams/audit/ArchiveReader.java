package tracker.streams.audit;

import java.io.IOException;
import java.io.InputStream;
import tracker.streams.domain.event.Hash;

/**
 * Reads an archive entry by entry, one block in memory. Stricter than Avro's own reader: header and end have one form only, nothing
 * follows the end, and the file's bytes are hashed. What cannot be read is an {@link ArchiveCorruptException}. Not thread-safe.
 */
public final class ArchiveReader {
    private final ArchiveFrames frames;
    private final EntryCodec codec;
    private final FileSeal seal;
    private RawBlock block;
    private BlockEntries entries;
    private Hash fileHash;

    public ArchiveReader(InputStream archive) throws IOException {
        frames = new ArchiveFrames(archive);
        codec = new EntryCodec(header().format());
        seal = new FileSeal(header(), codec);
    }

    public ArchiveHeader header() {
        return frames.header();
    }

    /** Of the bytes before the end's block; null before the end was read. */
    public Hash fileHash() {
        return fileHash;
    }

    /** Null where the file ends, which a whole archive does after an {@link Entry.End}. */
    public Entry next() throws IOException {
        Entry entry = entries == null ? null : entries.next();
        while (entry == null) {
            if (block != null) {
                seal.passed(block);
            }
            block = frames.next();
            if (block == null) {
                return null;
            }
            entries = BlockEntries.of(block, header().compression(), codec);
            entry = entries.next();
        }
        if (entry instanceof Entry.End end) {
            fileHash = seal.closed(end, block);
        }
        return entry;
    }
}
