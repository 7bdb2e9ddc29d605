package tracker.streams.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.StreamsSettings.NodePath;
import tracker.streams.topology.DecisionObserver;

/** The Streams applications of a node, commands and views, from topics checked to closed. Started once, closed once. */
public final class TrackerStreams implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final StreamsSettings settings;
    private final Admin admin;
    private final Optional<Owners> owners;
    private final Optional<CommandStreams> commands;
    private final ViewGenerations views;
    private final ThreadFaults faults = new ThreadFaults();
    private volatile LogIdentity log;

    public TrackerStreams(StreamsSettings settings, EventCodec codec, DecisionObserver observer) {
        this.settings = settings;
        this.admin = KafkaClients.admin(settings);
        this.owners = settings.hasPeers() ? Optional.of(new Owners(settings)) : Optional.empty();
        this.commands = settings.paths().contains(NodePath.WRITE)
                ? Optional.of(new CommandStreams(settings, codec, observer, admin, owners, faults))
                : Optional.empty();
        this.views = new ViewGenerations(settings, codec, admin, owners, faults);
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
        owners.ifPresent(Owners::start);
        commands.ifPresent(CommandStreams::start);
        views.start();
    }

    /** Whether the applications of this node run, and its views show all that was recorded before the start. */
    public boolean isReady() {
        return commands.map(CommandStreams::isRunning).orElse(true)
                && views.isReady()
                && owners.map(Owners::isReady).orElse(true);
    }

    /** Why it will not become ready by waiting; empty where nothing says so. */
    public Optional<BrokersRefusedException> refused() {
        return faults.refused();
    }

    /** Empty where the brokers do not say. */
    public Optional<Remaining> remaining() {
        try {
            long events = views.lags().values().stream().mapToLong(lag -> lag).sum();
            return Optional.of(new Remaining(rowsToRestore(), events));
        } catch (KafkaException | IllegalStateException notNow) {
            return Optional.empty();
        }
    }

    private long rowsToRestore() {
        return Stream.concat(
                        commands.map(CommandStreams::streams).stream(),
                        views.active() == null
                                ? Stream.empty()
                                : Stream.of(views.active().views().streams()))
                .filter(application -> application.state() == KafkaStreams.State.REBALANCING)
                .flatMap(application -> application.allLocalStorePartitionLags().values().stream())
                .flatMap(store -> store.values().stream())
                .mapToLong(LagInfo::offsetLag)
                .sum();
    }

    /** Empty where this node decides none. */
    public Optional<CommandStreams> commands() {
        return commands;
    }

    /** Empty where there is no node but this one. */
    public Optional<Owners> owners() {
        return owners;
    }

    /** The node that decides that partition's commands, where there may be several; empty where none has said so yet. */
    public Optional<String> commandOwner(int partition) {
        return owners.flatMap(all -> all.of(StreamsConfigs.COMMANDS_APPLICATION, partition));
    }

    /** The node that keeps that partition of that generation of the views, likewise. */
    public Optional<String> viewOwner(int generation, int partition) {
        return owners.flatMap(all -> all.of(StreamsConfigs.viewsApplication(generation), partition));
    }

    /** Every node that keeps some of it. */
    public Set<String> viewOwners(int generation) {
        return owners.map(all -> all.all(StreamsConfigs.viewsApplication(generation)))
                .orElse(Set.of());
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
        commands.ifPresent(CommandStreams::close);
        views.close();
        owners.ifPresent(Owners::close);
        admin.close(CLOSE_WITHIN);
    }
}
