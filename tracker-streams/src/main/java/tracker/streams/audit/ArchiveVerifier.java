package tracker.streams.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tracker.streams.audit.Verification.Refuted;
import tracker.streams.codec.EventCodec;

/**
 * Verifies archives offline, in one pass; memory grows with subjects and plans, not with events. Every bit of the file is covered: what
 * precedes the end by the hash in it, header and end by having one form only. Against people that proves as much as the signatures do.
 */
public final class ArchiveVerifier {
    private final EventCodec codec;
    private final Trust trust;

    public ArchiveVerifier(EventCodec codec, Trust trust) {
        this.codec = codec;
        this.trust = trust;
    }

    /** An IOException is the stream's own. */
    public Verification verify(InputStream archive) throws IOException {
        ArchiveReader reader;
        try {
            reader = new ArchiveReader(archive);
        } catch (ArchiveCorruptException corrupt) {
            Finding finding = new Finding(Problem.FILE_CORRUPT, null, describe(corrupt));
            return new Refuted(null, List.of(finding), 1);
        }
        ArchiveAudit audit = new ArchiveAudit(codec, trust, reader.header());
        try {
            Entry.End end = null;
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry instanceof Entry.OfEvent event) {
                    audit.event(event.logged());
                } else if (entry instanceof Entry.OfCheckpoint checkpoint) {
                    audit.checkpoint(checkpoint);
                } else {
                    end = (Entry.End) entry;
                }
            }
            audit.end(end, reader.fileHash());
        } catch (ArchiveCorruptException corrupt) {
            audit.corrupt(describe(corrupt));
        }
        return audit.result();
    }

    private static String describe(ArchiveCorruptException corrupt) {
        return "from byte %d on: %s".formatted(corrupt.offset(), corrupt.getMessage());
    }
}
