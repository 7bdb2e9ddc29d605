package tracker.api.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.topology.CommandTopology;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.Topics;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewTopology;

/** Both topologies on test drivers: commands in, what the views hold out. */
final class DemoPipeline implements AutoCloseable {
    private static final InternalJson<Command> COMMANDS = new InternalJson<>(Command.class);
    private static final InternalJson<Result> RESULTS = new InternalJson<>(Result.class);
    /** Long after the history: the log's own time has no part in it. */
    private static final Instant SENT_AT = Instant.parse("2026-11-24T00:00:00Z");

    final List<TestRecord<String, byte[]>> log = new ArrayList<>();
    private final EventCodec codec = new EventCodec();
    private final TopologyTestDriver commands =
            new TopologyTestDriver(new CommandTopology(codec, Duration.ofDays(7)).get(), new Properties());
    private final TopologyTestDriver views =
            new TopologyTestDriver(new ViewTopology(codec, (plan, position) -> {}).get(), new Properties());
    private final TestInputTopic<String, byte[]> commandTopic =
            commands.createInputTopic(Topics.COMMANDS, new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, byte[]> eventTopic =
            commands.createOutputTopic(Topics.EVENTS, new StringDeserializer(), new ByteArrayDeserializer());
    private final TestOutputTopic<String, byte[]> resultTopic =
            commands.createOutputTopic(Topics.RESULTS, new StringDeserializer(), new ByteArrayDeserializer());
    private final TestInputTopic<String, byte[]> viewTopic =
            views.createInputTopic(Topics.EVENTS, new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, byte[]> deadEvents =
            views.createOutputTopic(Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());

    Result send(Command command) {
        commandTopic.pipeInput(command.subject().key(), COMMANDS.encode(command), SENT_AT);
        List<TestRecord<String, byte[]>> events = eventTopic.readRecordsToList();
        events.forEach(viewTopic::pipeInput);
        log.addAll(events);
        return RESULTS.decode(resultTopic.readValue());
    }

    List<Event> events() {
        return log.stream().map(record -> codec.decode(record.value())).toList();
    }

    boolean hasDeadEvents() {
        return !deadEvents.isEmpty();
    }

    /** Everything as the views hold it. */
    PlanSnapshot snapshot() {
        TreeMap<String, Subject> subjects = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> rows =
                views.<String, byte[]>getKeyValueStore(ViewTopology.STATES).all()) {
            while (rows.hasNext()) {
                KeyValue<String, byte[]> row = rows.next();
                if (!row.key.equals(ViewKeys.sums(DemoPlan.ID))) {
                    subjects.put(row.key, StoredStates.subject(row.value));
                }
            }
        }
        PlanState plan =
                (PlanState) subjects.remove(SubjectId.ofPlan(DemoPlan.ID).key());
        return new PlanSnapshot(plan, plan.head(), List.copyOf(subjects.values()));
    }

    @Override
    public void close() {
        commands.close();
        views.close();
    }
}
