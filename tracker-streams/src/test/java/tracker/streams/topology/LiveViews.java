package tracker.streams.topology;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.view.PlanSnapshot;

/** The view topology on a test driver. Plans have nothing to do with each other: one driver serves any number of them. */
public final class LiveViews implements AutoCloseable {
    private static final List<String> STORES = List.of(
            ViewTopology.STATES,
            ViewTopology.VIEWS,
            ViewTopology.HISTORY,
            ViewTopology.TIMELINE,
            ViewTopology.SNAPSHOTS,
            ViewTopology.LOG);

    private final TopologyTestDriver driver =
            Pipeline.driver(new ViewTopology(new EventCodec(), (plan, position) -> {}).get());
    private final TestInputTopic<String, byte[]> events =
            driver.createInputTopic(Topics.EVENTS, new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, byte[]> deadLetters =
            driver.createOutputTopic(Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());

    public void apply(List<TestRecord<String, byte[]>> records) {
        records.forEach(events::pipeInput);
    }

    /** How many there were since this was asked last. */
    public int deadLetters() {
        return deadLetters.readRecordsToList().size();
    }

    /** Null where there is none. */
    public Subject subject(SubjectId id) {
        return StoredStates.subject(store(ViewTopology.STATES).get(id.key()));
    }

    public PlanSums sums(String plan) {
        return StoredStates.sums(store(ViewTopology.STATES).get(ViewKeys.sums(plan)));
    }

    /** The plan with all its subjects. */
    public PlanSnapshot snapshot(String plan) {
        Map<String, byte[]> rows = rows(ViewTopology.STATES, plan + "/", plan + "0");
        rows.remove(ViewKeys.sums(plan));
        PlanState state = (PlanState)
                StoredStates.subject(rows.remove(SubjectId.ofPlan(plan).key()));
        List<Subject> subjects =
                rows.values().stream().map(StoredStates::subject).toList();
        return new PlanSnapshot(state, sums(plan).latest(), subjects);
    }

    public ViewRow view(SubjectId id) {
        return ViewRow.decode(store(ViewTopology.VIEWS).get(id.key()));
    }

    /** Oldest first. */
    public List<byte[]> history(SubjectId id) {
        return new ArrayList<>(
                rows(ViewTopology.HISTORY, id.key() + "@", id.key() + "A").values());
    }

    /** What the stores hold of one plan, store by store, as hexadecimal digits. */
    public Map<String, Map<String, String>> rows(String plan) {
        return text(plan + "/", plan + "A");
    }

    Map<String, Map<String, String>> rows() {
        return text(null, null);
    }

    private Map<String, Map<String, String>> text(String from, String to) {
        Map<String, Map<String, String>> stores = new LinkedHashMap<>();
        for (String store : STORES) {
            Map<String, String> text = new TreeMap<>();
            rows(store, from, to)
                    .forEach((key, row) -> text.put(key, HexFormat.of().formatHex(row)));
            stores.put(store, text);
        }
        return stores;
    }

    private Map<String, byte[]> rows(String store, String from, String to) {
        Map<String, byte[]> rows = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> found = store(store).range(from, to)) {
            found.forEachRemaining(row -> rows.put(row.key, row.value));
        }
        return rows;
    }

    /** One of the stores of {@link ViewTopology}. */
    public KeyValueStore<String, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
    }
}
