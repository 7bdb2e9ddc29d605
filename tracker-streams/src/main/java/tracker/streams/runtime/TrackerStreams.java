package tracker.streams.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import tracker.streams.codec.EventCodec;
import tracker.streams.topology.CommandTopology;
import tracker.streams.topology.DecisionObserver;

/** The Streams applications of a node, commands and views, from topics checked to closed. Started once, closed once. */
public final class TrackerStreams implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final StreamsSettings settings;
    private final Admin admin;
    private final KafkaStreams commands;
    private final ViewGenerations views;
    private final ThreadFaults faults = new ThreadFaults();
    private volatile LogIdentity log;

    public TrackerStreams(StreamsSettings settings, EventCodec codec, DecisionObserver observer) {
        this.settings = settings;
        this.admin = KafkaClients.admin(settings);
        this.commands = new KafkaStreams(
                new CommandTopology(codec, settings.answerRetention(), observer).get(),
                StreamsConfigs.commands(settings));
        this.views = new ViewGenerations(settings, codec, admin, faults);
    }

    /** Returns once started; {@link #isReady()} says when it may be used. {@link BrokersRefusedException} where the brokers do not let it. */
    public void start() {
        try {
            startAll();
        } catch (RuntimeException failed) {
            throw BrokersRefusedException.orItself(failed);
        }
    }

    private void startAll() {
        new TopicGuard(admin, settings).check();
        log = LogIdentity.of(settings, admin);
        if (!log.complete()) {
            throw new RestoreUnfinishedException();
        }
        SchemaPublisher.publish(settings);
        commands.setUncaughtExceptionHandler(faults);
        commands.start();
        views.start();
    }

    /** Whether both applications run, and the views show all that was recorded before the start. */
    public boolean isReady() {
        return commands.state() == KafkaStreams.State.RUNNING && views.isReady();
    }

    /** Why it will not become ready by waiting; empty where nothing says so. */
    public Optional<BrokersRefusedException> refused() {
        return faults.refused();
    }

    /** How many rows of the stores are still to be brought back before the applications go on; 0 once they run. */
    public long rowsToRestore() {
        return Stream.concat(
                        Stream.of(commands),
                        views.active() == null
                                ? Stream.empty()
                                : Stream.of(views.active().views().streams()))
                .filter(application -> application.state() != KafkaStreams.State.RUNNING)
                .flatMap(application -> application.allLocalStorePartitionLags().values().stream())
                .flatMap(store -> store.values().stream())
                .mapToLong(LagInfo::offsetLag)
                .sum();
    }

    /** The application whose stores hold answers. */
    public KafkaStreams commands() {
        return commands;
    }

    /** Meaningful once started. */
    public ViewGenerations views() {
        return views;
    }

    public int partitions() {
        return settings.partitions();
    }

    /** What the log is called in checkpoints and archives. Known once started. */
    public String logName() {
        return log.name();
    }

    @Override
    public void close() {
        commands.close(CLOSE_WITHIN);
        views.close();
        admin.close(CLOSE_WITHIN);
    }
}
