package tracker.api;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tracker.api.access.TokenFile;
import tracker.api.audit.CheckpointClock;
import tracker.api.command.CommandGateway;
import tracker.api.command.DayClock;
import tracker.api.demo.DemoLoader;
import tracker.api.evidence.EvidenceFiles;
import tracker.api.metrics.StateMetrics;
import tracker.api.peers.Places;
import tracker.api.persons.Erasures;
import tracker.api.registration.PlanFiles;
import tracker.api.registration.PlanLoader;
import tracker.api.webhooks.Courier;
import tracker.streams.domain.Text;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.StreamsSettings.NodePath;
import tracker.streams.runtime.TrackerStreams;

/** One running tracker, from the locked data directory to the open port. Closed in the opposite order. */
public final class Tracker implements AutoCloseable {
    private static final String FIRST_PLAN = "/plans/changsha-hitech-14fyp";
    private static final List<String> EXAMPLE_DEPARTMENTS = List.of("economy", "construction");
    /** What a request takes besides what it may wait. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Closing parts = new Closing();
    private final Consumer<Text> progress;
    private EmbeddedServer server;
    private StartPhase phase;
    private Duration drain = Duration.ZERO;
    private Ground ground;
    private boolean exitsWithParent;
    private int managementPort;
    private String brokers;

    private Tracker(Consumer<Text> progress) {
        this.progress = progress;
    }

    /**
     * Returns once requests are answered. {@code properties} go before the environment and application.yml; without
     * {@code kafka.bootstrap.servers} the broker is the embedded one. {@code progress} is told each step.
     */
    public static Tracker start(Map<String, Object> properties, Consumer<Text> progress) {
        return start(Ground.open(properties, progress, Tracker::requireFree), progress);
    }

    /** On {@code ground}, which is closed with it. */
    static Tracker start(Ground ground, Consumer<Text> progress) {
        Tracker tracker = new Tracker(progress);
        tracker.parts.add(ground);
        try {
            tracker.startParts(ground);
            return tracker;
        } catch (RuntimeException failed) {
            tracker.close();
            throw failed;
        }
    }

    /** How many requests it is answering. */
    int requests() {
        return ground.get(UnderWay.class).count();
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /** Where health and metrics are asked for. */
    public int managementPort() {
        return managementPort;
    }

    /** The brokers that it uses. */
    String brokers() {
        return brokers;
    }

    /** Where plans are, as this node knows it. */
    Places places() {
        return ground.get(Places.class);
    }

    /** Whether whoever started it wants it to end with the process that did. */
    boolean exitsWithParent() {
        return exitsWithParent;
    }

    /** Where there are other nodes, it first sees to it that it is asked no more; and everywhere, that what it was asked is answered. */
    @Override
    public void close() {
        if (phase != null && phase.isReady()) {
            phase.enter(StartPhase.Phase.STOPPING);
            LockSupport.parkNanos(drain.toNanos());
            phase.enter(StartPhase.Phase.LEAVING);
            endRequests();
        }
        parts.close();
    }

    private void endRequests() {
        UnderWay requests = ground.get(UnderWay.class);
        long end = System.nanoTime() + longestRequest().toNanos();
        do {
            // Once more after the last has ended: its answer is written then.
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        } while (requests.count() > 0 && System.nanoTime() < end);
    }

    /** A read or a write that waits has given up by then. */
    private Duration longestRequest() {
        TrackerSettings settings = ground.get(TrackerSettings.class);
        return Collections.max(List.of(settings.getReadWait(), settings.getWriteWait()))
                .plus(ANSWERED_WITHIN);
    }

    private void startParts(Ground ground) {
        this.ground = ground;
        TrackerSettings settings = ground.get(TrackerSettings.class);
        exitsWithParent = settings.isExitWithParent();
        managementPort = settings.getManagementPort();
        brokers = ground.get(StreamsSettings.class).bootstrapServers();
        // Made now: settings of the store that are wrong are better heard of at the start than at the first file.
        ground.get(EvidenceFiles.class);
        ground.get(TokenFile.class)
                .createIfAbsent(EXAMPLE_DEPARTMENTS, ground.get(Clock.class).instant());
        progress.accept(new Text("启动数据流 …", "starting the streams …"));
        TrackerStreams streams = ground.get(TrackerStreams.class);
        streams.start();
        drain = ground.get(NodeSettings.class).draining();
        phase = ground.get(StartPhase.class);
        phase.enter(StartPhase.Phase.RESTORING);
        // From here on it is told how far the start is, and that everything else must wait.
        server = ground.get(EmbeddedServer.class);
        server.start();
        awaitReady(streams);
        phase.enter(StartPhase.Phase.LOADING);
        ground.get(CommandGateway.class).start();
        progress.accept(new Text("载入规划 …", "loading the plan …"));
        int added = ground.get(PlanLoader.class).load(PlanFiles.ofResources(FIRST_PLAN));
        progress.accept(new Text("新增事件 " + added + " 条", added + " events added"));
        if (settings.isDemo()) {
            progress.accept(new Text("载入演示规划（虚构数据）…", "loading the demonstration plan (made-up figures) …"));
            int made = ground.get(DemoLoader.class).load();
            progress.accept(new Text("演示规划新增事件 " + made + " 条", made + " events of the demonstration added"));
        }
        ground.get(StateMetrics.class).start();
        if (ground.get(StreamsSettings.class).paths().contains(NodePath.READ)) {
            startRounds(ground);
        }
        phase.enter(StartPhase.Phase.READY);
    }

    /** What is done again and again for the plans that are here. */
    private void startRounds(Ground ground) {
        ground.get(DayClock.class).start();
        ground.get(Erasures.class).start();
        ground.get(Courier.class).start();
        CheckpointClock checkpoints = ground.get(CheckpointClock.class);
        parts.add(checkpoints);
        checkpoints.start();
    }

    private void awaitReady(TrackerStreams streams) {
        Restoring restoring = new Restoring(
                streams::remaining, progress, System::nanoTime, () -> LockSupport.parkNanos(LOOK_EVERY.toNanos()));
        restoring.await(() -> {
            streams.refused().ifPresent(refused -> {
                throw refused;
            });
            return streams.isReady();
        });
    }

    /** Looked at before anything is started: the answer to a taken port should not take ten seconds. */
    static void requireFree(TrackerSettings settings) {
        if (!Maintenance.isWanted(settings)) {
            requireFree(settings.getPort());
            requireFree(settings.getManagementPort());
        }
    }

    private static void requireFree(int port) {
        if (port <= 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (BindException taken) {
            throw new PortInUseException(port);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot use port " + port, cause);
        }
    }
}
