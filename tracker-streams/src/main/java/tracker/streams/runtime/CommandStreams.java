package tracker.streams.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.streams.codec.EventCodec;
import tracker.streams.topology.CommandTopology;
import tracker.streams.topology.DecisionObserver;
import tracker.streams.topology.Topics;

/** The commands' part of a node: a Streams application that decides those of the partitions that it holds. */
public final class CommandStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandStreams.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final LiveTasks tasks = new LiveTasks();
    private final KafkaStreams streams;
    private final StoreMemory memory;
    private final HeldPartitions held;
    private final CloseOptions options;
    private final Thread watch = new Thread(this::watch, "tracker-commands");
    private volatile boolean closing;

    CommandStreams(
            StreamsSettings settings,
            EventCodec codec,
            DecisionObserver observer,
            Admin admin,
            Optional<Owners> owners,
            ThreadFaults faults) {
        this.options = StreamsConfigs.closing(settings);
        this.memory = new StoreMemory(settings.storeMemory());
        this.streams = new KafkaStreams(
                new CommandTopology(codec, settings.answerRetention(), settings.commitInterval(), observer, tasks)
                        .get(),
                StreamsConfigs.of(settings, StreamsConfigs.COMMANDS_APPLICATION, memory));
        // Their stores are brought back whole before they are open: they hold what no events could be applied to anew.
        Assignments assignments = new Assignments(admin, settings.node());
        this.held = new HeldPartitions(
                StreamsConfigs.COMMANDS_APPLICATION,
                () -> tasks.partitions(streams),
                partitions -> CatchUp.done(admin),
                owners.<Claims>map(all -> all).orElse(Claims.NONE),
                partition -> assignments.isOurs(
                        StreamsConfigs.COMMANDS_APPLICATION, new TopicPartition(Topics.COMMANDS, partition)),
                System::nanoTime);
        streams.setUncaughtExceptionHandler(faults);
    }

    void start() {
        streams.start();
        watch.setDaemon(true);
        watch.start();
    }

    /** The application whose stores hold answers. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Whose stores are whole here. */
    public LiveTasks tasks() {
        return tasks;
    }

    /** Whether this node, and so no other, decides that partition's commands. */
    public boolean holds(int partition) {
        return held.isOpen(partition);
    }

    /** All that it {@link #holds}. */
    public Set<Integer> partitions() {
        return held.open();
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        if (streams.close(options)) {
            memory.close();
        }
    }

    private void watch() {
        try {
            while (!closing) {
                held.look();
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        } catch (InterruptedException | ExecutionException closed) {
            LOG.debug("no longer looked at");
        }
    }
}
