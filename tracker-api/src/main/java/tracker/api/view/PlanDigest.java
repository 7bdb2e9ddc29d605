package tracker.api.view;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewTopology;

/**
 * What one generation of the views holds of a plan up to a position, in one hash: of every event the row of the log, of the history, of the
 * timeline and of the snapshots, read from the stores. None of them changes once written, so the digest can be taken under load.
 */
final class PlanDigest {
    private static final int READ_AT_ONCE = 500;

    private final PlanRows rows;
    private final EventCodec codec;
    private final MessageDigest digest = Hash.digest();
    /** The last version of each subject up to the position. */
    private final Map<SubjectId, Long> versions = new TreeMap<>(Comparator.comparing(SubjectId::key));

    private PlanDigest(PlanRows rows, EventCodec codec) {
        this.rows = rows;
        this.codec = codec;
    }

    record Taken(Hash hash, Map<SubjectId, Long> versions) {}

    static Taken of(PlanRows rows, EventCodec codec, long position) {
        PlanDigest digest = new PlanDigest(rows, codec);
        for (long after = 0; after < position; ) {
            int limit = (int) Math.min(READ_AT_ONCE, position - after);
            List<byte[]> events = rows.events(after, limit);
            if (events.size() < limit) {
                throw new NotReadyException(
                        "the views are not at position " + position + " of " + rows.plan() + " yet");
            }
            events.forEach(digest::add);
            after += limit;
        }
        return new Taken(Hash.of(digest.digest.digest()), Map.copyOf(digest.versions));
    }

    private void add(byte[] encoded) {
        Event event = codec.decode(encoded);
        SubjectId subject = event.subject();
        versions.put(subject, event.version());
        String version = ViewKeys.version(subject, event.version());
        List<byte[]> written = new ArrayList<>(List.of(
                encoded,
                row(ViewTopology.HISTORY, version),
                row(ViewTopology.TIMELINE, ViewKeys.moment(subject, event.recordedAt(), event.version()))));
        if (event.version() % ViewTopology.SNAPSHOT_EVERY == 0) {
            written.add(row(ViewTopology.SNAPSHOTS, version));
        }
        for (byte[] row : written) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, row.length));
            digest.update(row);
        }
    }

    private byte[] row(String store, String key) {
        return rows.get(store, key)
                .orElseThrow(() -> new NotReadyException("the views have no row " + key + " in " + store + " yet"));
    }
}
