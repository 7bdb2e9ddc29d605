package tracker.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/** The rows of one plan in the views' stores. */
final class PlanRows {
    private static final String AFTER_ALL = "\uffff";

    private final Stores stores;
    private final EventCodec codec;
    private final String plan;

    PlanRows(Stores stores, EventCodec codec, String plan) {
        this.stores = stores;
        this.codec = codec;
        this.plan = plan;
    }

    String plan() {
        return plan;
    }

    /** The plan's last position; 0 where there is no such plan. */
    long position() {
        return get(ViewTopology.STATES, ViewKeys.sums(plan))
                .map(StoredStates::sums)
                .map(sums -> sums.latest().position())
                .orElse(0L);
    }

    Optional<byte[]> get(String store, String key) {
        return stores.get(store, plan, key);
    }

    /** All rows whose keys begin so, in the keys' order. */
    List<KeyValue<String, byte[]>> under(String store, String prefix) {
        return stores.range(store, plan, prefix, prefix + AFTER_ALL, Integer.MAX_VALUE);
    }

    /** The ids of all subjects of a kind that there are now, in order. */
    List<SubjectId> subjects(Kind kind) {
        return under(ViewTopology.VIEWS, ViewKeys.kind(plan, kind)).stream()
                .map(row -> SubjectId.parse(row.key))
                .toList();
    }

    /** The plan's warnings that were raised up to a position, that included, oldest first. */
    List<ViewRow> warnings(long last) {
        return stores
                .range(
                        ViewTopology.VIEWS,
                        plan,
                        ViewKeys.warning(plan, 0),
                        ViewKeys.warning(plan, last),
                        Integer.MAX_VALUE)
                .stream()
                .map(row -> ViewRow.decode(row.value))
                .toList();
    }

    /** History entries of versions above {@code after} up to {@code last}, oldest first. */
    List<byte[]> history(SubjectId subject, long after, long last, int limit) {
        return stores
                .range(
                        ViewTopology.HISTORY,
                        plan,
                        ViewKeys.version(subject, after + 1),
                        ViewKeys.version(subject, last),
                        limit)
                .stream()
                .map(row -> row.value)
                .toList();
    }

    /** The subject's last row on its timeline up to a moment, that included; empty where it did not exist yet. */
    Optional<KeyValue<String, byte[]>> asOf(SubjectId subject, Instant at) {
        return stores.last(
                ViewTopology.TIMELINE,
                plan,
                ViewKeys.moment(subject, Instant.EPOCH, 0),
                ViewKeys.moment(subject, at, Long.MAX_VALUE));
    }

    /** Events at positions above {@code after}, in the log's order, as they lie in the log. */
    List<byte[]> events(long after, int limit) {
        return stores
                .range(
                        ViewTopology.LOG,
                        plan,
                        ViewKeys.position(plan, after + 1),
                        ViewKeys.position(plan, Long.MAX_VALUE),
                        limit)
                .stream()
                .map(row -> row.value)
                .toList();
    }

    /** The event at a position that there is. */
    Event event(long position) {
        return codec.decode(get(ViewTopology.LOG, ViewKeys.position(plan, position))
                .orElseThrow(() -> new NotReadyException("the log's copy has no position " + position + " yet")));
    }
}
