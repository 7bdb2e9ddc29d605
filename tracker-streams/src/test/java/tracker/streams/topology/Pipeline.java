package tracker.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.event.Event;

/** Both topologies on test drivers, one feeding the other by hand. */
public final class Pipeline implements AutoCloseable {
    static final Duration RETENTION = Duration.ofDays(7);
    private static final InternalJson<Command> COMMANDS = new InternalJson<>(Command.class);
    private static final InternalJson<Result> RESULTS = new InternalJson<>(Result.class);

    public final EventCodec codec = new EventCodec();
    public final List<TestRecord<String, byte[]>> log = new ArrayList<>();
    private final TopologyTestDriver commands = driver(topology(codec, DecisionObserver.NONE));
    private final TestInputTopic<String, byte[]> commandTopic =
            commands.createInputTopic(Topics.COMMANDS, new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, byte[]> eventTopic =
            commands.createOutputTopic(Topics.EVENTS, new StringDeserializer(), new ByteArrayDeserializer());
    private final TestOutputTopic<String, byte[]> resultTopic =
            commands.createOutputTopic(Topics.RESULTS, new StringDeserializer(), new ByteArrayDeserializer());
    private final TestOutputTopic<String, byte[]> deadCommands =
            commands.createOutputTopic(Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());
    private int sent;

    Result send(SubjectId subject, Actor actor, Long expectedVersion, String key, Intent intent, Instant at) {
        return send(new Command("c" + ++sent, subject, actor, expectedVersion, key, null, intent), at);
    }

    public Result send(Command command, Instant at) {
        commandTopic.pipeInput(command.subject().key(), COMMANDS.encode(command), at);
        log.addAll(eventTopic.readRecordsToList());
        return RESULTS.decode(resultTopic.readValue());
    }

    void sendBytes(String key, byte[] bytes) {
        commandTopic.pipeInput(key, bytes, Instant.EPOCH);
    }

    List<TestRecord<String, byte[]>> deadCommands() {
        return deadCommands.readRecordsToList();
    }

    public List<Event> events() {
        return log.stream().map(record -> codec.decode(record.value())).toList();
    }

    /** Rows that the commands' application keeps. */
    Map<String, byte[]> answers() {
        return rows(commands, CommandTopology.ANSWERS);
    }

    /** What the views hold after these records, store by store. */
    static Map<String, Map<String, String>> views(List<TestRecord<String, byte[]>> records) {
        try (LiveViews views = new LiveViews()) {
            views.apply(records);
            Map<String, Map<String, String>> stores = views.rows();
            stores.put("dead letters", Map.of("count", String.valueOf(views.deadLetters())));
            return stores;
        }
    }

    @Override
    public void close() {
        commands.close();
    }

    private static Map<String, byte[]> rows(TopologyTestDriver driver, String store) {
        Map<String, byte[]> rows = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> all =
                driver.<String, byte[]>getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> row = all.next();
                rows.put(row.key, row.value);
            }
        }
        return rows;
    }

    static Topology topology(EventCodec codec, DecisionObserver observer) {
        return new CommandTopology(codec, RETENTION, Duration.ofMillis(5), observer, new TaskListener() {}).get();
    }

    /** Its stores lie with what is built, not in the system's directory for all. */
    static TopologyTestDriver driver(Topology topology) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams");
        return new TopologyTestDriver(topology, settings);
    }
}
