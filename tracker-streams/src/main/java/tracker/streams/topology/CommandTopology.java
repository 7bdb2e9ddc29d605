package tracker.streams.topology;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import tracker.streams.codec.EventCodec;

/** The write path: commands in; events and results out, in one transaction with the state they were decided on. */
public final class CommandTopology implements Supplier<Topology> {
    public static final String SUBJECTS = "subjects";
    public static final String ANSWERS = "answers";
    static final String EVENT_SINK = "events";
    static final String RESULT_SINK = "results";

    private final EventCodec codec;
    private final Duration answerRetention;
    private final DecisionObserver observer;
    private final TaskListener tasks;
    private final ThreadLocal<CommitPace> pace;
    private final RowCache kept = new RowCache();

    /** {@code commitInterval} is how long a command waits at the least for others to be committed with it, where one was committed just before. */
    public CommandTopology(
            EventCodec codec,
            Duration answerRetention,
            Duration commitInterval,
            DecisionObserver observer,
            TaskListener tasks) {
        this.pace = CommitPace.ofEachThread(commitInterval);
        this.tasks = tasks;
        this.observer = observer;
        this.codec = codec;
        this.answerRetention = answerRetention;
    }

    @Override
    public Topology get() {
        PlanPartitioner byPlan = new PlanPartitioner();
        return new Topology()
                .addSource("commands", new StringDeserializer(), new ByteArrayDeserializer(), Topics.COMMANDS)
                .addProcessor("decide", new DecideSupplier(), "commands")
                .addSink(EVENT_SINK, Topics.EVENTS, new StringSerializer(), new ByteArraySerializer(), byPlan, "decide")
                .addSink(
                        RESULT_SINK,
                        Topics.RESULTS,
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        byPlan,
                        "decide")
                .addSink(
                        DeadLetters.SINK,
                        Topics.DEAD_LETTERS,
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        "decide");
    }

    static StoreBuilder<?> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    private final class DecideSupplier implements ProcessorSupplier<String, byte[], String, byte[]> {
        @Override
        public Processor<String, byte[], String, byte[]> get() {
            return new CommandProcessor(codec, answerRetention, observer, tasks, pace, kept);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store(SUBJECTS), store(ANSWERS));
        }
    }
}
