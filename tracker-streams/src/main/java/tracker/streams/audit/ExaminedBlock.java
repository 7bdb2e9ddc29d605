package tracker.streams.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tracker.streams.codec.EventCodec;

/**
 * A block's entries, with everything found out about each that needs no knowledge of the others: examined ahead of their turn, by
 * another thread, or one by one when it comes. {@code fault} is what comes after the entries, or null.
 */
final class ExaminedBlock {
    /** Much more than a block that we write; what is larger is not held in memory as entries, but examined one by one. */
    private static final int AHEAD_BYTES = 1 << 18;

    private final RawBlock raw;
    private final Examiner examiner;
    private final List<Examined> examined;
    private final ArchiveCorruptException fault;

    /** An entry; {@code event} is null where it is none. */
    record Examined(Entry entry, ExaminedEvent event) {}

    /** What it takes to examine the blocks of one file. Thread-safe. */
    record Examiner(Compression compression, EntryCodec entries, EventCodec events) {
        private Examined examine(Entry entry, Hasher hasher) {
            return new Examined(
                    entry,
                    entry instanceof Entry.OfEvent event ? ExaminedEvent.of(event.logged(), hasher, events) : null);
        }
    }

    private ExaminedBlock(RawBlock raw, Examiner examiner, List<Examined> examined, ArchiveCorruptException fault) {
        this.raw = raw;
        this.examiner = examiner;
        this.examined = examined;
        this.fault = fault;
    }

    static ExaminedBlock ahead(RawBlock raw, Examiner examiner) {
        List<Examined> examined = new ArrayList<>();
        try {
            BlockEntries entries = BlockEntries.of(raw, examiner.compression(), examiner.entries(), AHEAD_BYTES);
            if (entries == null) {
                return new ExaminedBlock(raw, examiner, null, null);
            }
            forEach(entries, examiner, examined::add);
            return new ExaminedBlock(raw, examiner, examined, null);
        } catch (ArchiveCorruptException fault) {
            return new ExaminedBlock(raw, examiner, examined, fault);
        }
    }

    RawBlock raw() {
        return raw;
    }

    /** In their order; a fault is thrown where it lies. */
    void forEach(Consumer<Examined> action) {
        if (examined == null) {
            forEach(BlockEntries.of(raw, examiner.compression(), examiner.entries()), examiner, action);
            return;
        }
        examined.forEach(action);
        if (fault != null) {
            throw fault;
        }
    }

    private static void forEach(BlockEntries entries, Examiner examiner, Consumer<Examined> action) {
        Hasher hasher = new Hasher();
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            action.accept(examiner.examine(entry, hasher));
        }
    }
}
