package tracker.streams.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** An archive's header and blocks, not yet taken apart. What has not the form of a frame is an {@link ArchiveCorruptException}. */
final class ArchiveFrames {
    private final ArchiveInput in;
    private final ArchiveHeader header;
    private final byte[] sync;

    ArchiveFrames(InputStream archive) throws IOException {
        in = new ArchiveInput(archive);
        header = readHeader(in);
        sync = header.sync();
        if (!Arrays.equals(in.take(), header.encoded())) {
            throw new ArchiveCorruptException("the header is not in its only form", 0);
        }
    }

    ArchiveHeader header() {
        return header;
    }

    /** Null where the file ends. */
    RawBlock next() throws IOException {
        if (in.isAtEnd()) {
            return null;
        }
        long offset = in.start();
        long entries = in.varint();
        byte[] data = in.bytes(in.varint());
        if (entries < 1 || entries > Block.MAX_BYTES) {
            throw in.corrupt("a block of %d entries".formatted(entries));
        }
        if (!Arrays.equals(in.bytes(sync.length), sync)) {
            throw in.corrupt("the marker after a block is not the file's");
        }
        byte[] bytes = in.take();
        return new RawBlock(offset, entries, data, bytes, in.isAtEnd());
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
}
