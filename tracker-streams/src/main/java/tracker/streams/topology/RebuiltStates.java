package tracker.streams.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.UndecodableException;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.state.Evolution;

/**
 * The rows of {@link CommandTopology#SUBJECTS}, made anew from the log: what the write path would have there had it decided these events
 * itself. Memory grows with subjects. Not thread-safe.
 */
public final class RebuiltStates {
    private final EventCodec codec;
    private final Map<String, SubjectRow> rows = new TreeMap<>();
    private final Map<String, PlanHead> heads = new HashMap<>();
    private String lastCommand;

    public RebuiltStates(EventCodec codec) {
        this.codec = codec;
    }

    /** The events of a partition come in its order. What is no event is passed over, as the views do. */
    public void apply(byte[] encoded) {
        Event event;
        try {
            event = codec.decode(encoded);
        } catch (UndecodableException passedOver) {
            return;
        }
        String key = event.subject().key();
        SubjectRow before = rows.get(key);
        rows.put(
                key,
                new SubjectRow(
                        Evolution.evolve(before == null ? null : before.subject(), event), EventCodec.hash(encoded)));
        heads.put(event.subject().plan(), new PlanHead(event.position(), event.recordedAt()));
        lastCommand = event.commandId();
    }

    /** Where the plan's log ends; 0 where it has none. */
    public long position(String plan) {
        return heads.getOrDefault(plan, PlanHead.START).position();
    }

    /** The command behind the last event; null before the first. */
    public String lastCommand() {
        return lastCommand;
    }

    /** Takes each row, with its key. */
    public void forEach(BiConsumer<String, byte[]> sink) {
        rows.forEach((key, row) -> sink.accept(key, StoredStates.ROWS.encode(row)));
        heads.forEach((plan, head) -> sink.accept(StoreJournal.headKey(plan), StoredStates.HEADS.encode(head)));
    }
}
