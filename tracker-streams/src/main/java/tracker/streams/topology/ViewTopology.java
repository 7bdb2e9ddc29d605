package tracker.streams.topology;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import tracker.streams.codec.EventCodec;

/** The read path: events in, views of them in stores. Rebuilt from the events at will, under another application id. */
public final class ViewTopology implements Supplier<Topology> {
    /** The topics that it reads. */
    public static final List<String> SOURCES = List.of(Topics.EVENTS, Topics.CHECKPOINTS);

    /** State rows, by subject; and each plan's head and roll-up. */
    public static final String STATES = "states";
    /** {@link ViewRow}s of the present, by subject. */
    public static final String VIEWS = "views";
    /** History entries (JSON), by subject and version. */
    public static final String HISTORY = "history";
    /** Views as they were ({@link ViewRow}s), by subject, time and version; of a plan, which has no view of its own, the version only. */
    public static final String TIMELINE = "timeline";
    /** State rows of every {@value #SNAPSHOT_EVERY}th version, by subject and version: what came between is folded from the log. */
    public static final String SNAPSHOTS = "snapshots";

    public static final int SNAPSHOT_EVERY = 16;

    /** Events as they lie in the log, by plan and position. */
    public static final String LOG = "log";
    /** The Merkle tree over the partition's log, and where in it each event is: {@link TreeRows}. */
    public static final String TREE = "tree";
    /** Signed checkpoints of the partition (their text), by size. */
    public static final String CHECKPOINTS = "checkpoints";

    private final EventCodec codec;
    private final AppliedListener listener;
    /** What is read shows before it is committed: the commit only decides how much a restart applies again. */
    private final ThreadLocal<CommitPace> pace = CommitPace.ofEachThread(Duration.ofMillis(100));

    private final RowCache kept = new RowCache();

    public ViewTopology(EventCodec codec, AppliedListener listener) {
        this.codec = codec;
        this.listener = listener;
    }

    @Override
    public Topology get() {
        return new Topology()
                .addSource("events", new StringDeserializer(), new ByteArrayDeserializer(), Topics.EVENTS)
                .addProcessor("apply", new ApplySupplier(), "events")
                .addSource("signed", new StringDeserializer(), new ByteArrayDeserializer(), Topics.CHECKPOINTS)
                .addProcessor("keep", new KeepSupplier(), "signed")
                .addSink(
                        DeadLetters.SINK,
                        Topics.DEAD_LETTERS,
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        "apply",
                        "keep");
    }

    private final class ApplySupplier implements ProcessorSupplier<String, byte[], String, byte[]> {
        @Override
        public Processor<String, byte[], String, byte[]> get() {
            return new ViewProcessor(codec, listener, pace, kept);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    CommandTopology.store(STATES),
                    CommandTopology.store(VIEWS),
                    CommandTopology.store(HISTORY),
                    CommandTopology.store(TIMELINE),
                    CommandTopology.store(SNAPSHOTS),
                    CommandTopology.store(LOG),
                    CommandTopology.store(TREE));
        }
    }

    private static final class KeepSupplier implements ProcessorSupplier<String, byte[], String, byte[]> {
        @Override
        public Processor<String, byte[], String, byte[]> get() {
            return new CheckpointProcessor();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(CommandTopology.store(CHECKPOINTS));
        }
    }
}
