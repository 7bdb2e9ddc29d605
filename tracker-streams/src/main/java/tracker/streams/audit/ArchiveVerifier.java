package tracker.streams.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tracker.streams.audit.Verification.Refuted;
import tracker.streams.codec.EventCodec;

/**
 * Verifies archives offline, in one pass; memory grows with subjects and plans, not with events. Every bit of the file is covered: what
 * precedes the end by the hash in it, header and end by having one form only. Against people that proves as much as the signatures do.
 * What can be found out about an event alone is found out by several threads; what is found does not depend on how many.
 */
public final class ArchiveVerifier {
    private final EventCodec codec;
    private final Trust trust;
    private final int threads;

    /** With a thread for each processor. */
    public ArchiveVerifier(EventCodec codec, Trust trust) {
        this(codec, trust, Runtime.getRuntime().availableProcessors());
    }

    public ArchiveVerifier(EventCodec codec, Trust trust, int threads) {
        this.codec = codec;
        this.trust = trust;
        this.threads = threads;
    }

    /** An IOException is the stream's own. */
    public Verification verify(InputStream archive) throws IOException {
        ArchiveFrames frames;
        try {
            frames = new ArchiveFrames(archive);
        } catch (ArchiveCorruptException corrupt) {
            Finding finding = new Finding(Problem.FILE_CORRUPT, null, describe(corrupt));
            return new Refuted(null, List.of(finding), 1);
        }
        ArchiveHeader header = frames.header();
        EntryCodec entries = new EntryCodec(header.format());
        ArchiveAudit audit = new ArchiveAudit(trust, header, new FileSeal(header, entries));
        ExaminedBlock.Examiner examiner = new ExaminedBlock.Examiner(header.compression(), entries, codec);
        try (ExaminedBlocks blocks = new ExaminedBlocks(frames, examiner, threads)) {
            for (ExaminedBlock block = blocks.next(); block != null; block = blocks.next()) {
                audit.block(block);
            }
            audit.end();
        } catch (ArchiveCorruptException corrupt) {
            audit.corrupt(describe(corrupt));
        }
        return audit.result();
    }

    private static String describe(ArchiveCorruptException corrupt) {
        return "from byte %d on: %s".formatted(corrupt.offset(), corrupt.getMessage());
    }
}
