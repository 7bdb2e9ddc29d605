package tracker.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tracker.api.access.TokenFile;
import tracker.api.audit.CheckpointClock;
import tracker.api.command.CommandGateway;
import tracker.api.command.DayClock;
import tracker.api.demo.DemoLoader;
import tracker.api.embedded.DataDirectory;
import tracker.api.embedded.EmbeddedBroker;
import tracker.api.evidence.EvidenceFiles;
import tracker.api.persons.Erasures;
import tracker.api.registration.PlanFiles;
import tracker.api.registration.PlanLoader;
import tracker.api.webhooks.Courier;
import tracker.streams.domain.Text;
import tracker.streams.runtime.TrackerStreams;

/** One running tracker, from the locked data directory to the open port. Closed in the opposite order. */
public final class Tracker implements AutoCloseable {
    private static final String FIRST_PLAN = "/plans/changsha-hitech-14fyp";
    private static final List<String> EXAMPLE_DEPARTMENTS = List.of("economy", "construction");
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Consumer<Text> progress;
    private EmbeddedServer server;

    private Tracker(Consumer<Text> progress) {
        this.progress = progress;
    }

    /**
     * Returns once requests are answered. {@code properties} go before the environment and application.yml; without
     * {@code kafka.bootstrap.servers} the broker is the embedded one. {@code progress} is told each step.
     */
    public static Tracker start(Map<String, Object> properties, Consumer<Text> progress) {
        Tracker tracker = new Tracker(progress);
        try {
            tracker.startParts(properties);
            return tracker;
        } catch (RuntimeException failed) {
            tracker.close();
            throw failed;
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception fault) {
                // The rest must be closed all the same.
                System.err.println(fault);
            }
        }
    }

    private void startParts(Map<String, Object> properties) {
        ApplicationContext context = ApplicationContext.builder()
                .propertySources(PropertySource.of("tracker-start", properties, 1_000))
                .banner(false)
                .build();
        parts.push(context);
        context.start();
        TrackerSettings settings = context.getBean(TrackerSettings.class);
        requireFree(settings.getPort());
        beneath(context, DataDirectory.lock(settings.dataDirectory()));
        if (!context.containsProperty(TrackerFactory.BOOTSTRAP)) {
            progress.accept(new Text("启动 Kafka …", "starting Kafka …"));
            EmbeddedBroker broker =
                    EmbeddedBroker.start(settings.dataDirectory().resolve("kafka"), 0);
            beneath(context, broker);
            context.getEnvironment()
                    .addPropertySource(PropertySource.of(
                            "embedded-broker", Map.of(TrackerFactory.BOOTSTRAP, broker.bootstrapServers())));
        }
        // Made now: settings of the store that are wrong are better heard of at the start than at the first file.
        context.getBean(EvidenceFiles.class);
        context.getBean(TokenFile.class)
                .createIfAbsent(
                        EXAMPLE_DEPARTMENTS, context.getBean(Clock.class).instant());
        progress.accept(new Text("启动数据流 …", "starting the streams …"));
        TrackerStreams streams = context.getBean(TrackerStreams.class);
        streams.start();
        awaitReady(streams);
        context.getBean(CommandGateway.class).start();
        progress.accept(new Text("载入规划 …", "loading the plan …"));
        int added = context.getBean(PlanLoader.class).load(PlanFiles.ofResources(FIRST_PLAN));
        progress.accept(new Text("新增事件 " + added + " 条", added + " events added"));
        if (settings.isDemo()) {
            progress.accept(new Text("载入演示规划（虚构数据）…", "loading the demonstration plan (made-up figures) …"));
            int made = context.getBean(DemoLoader.class).load();
            progress.accept(new Text("演示规划新增事件 " + made + " 条", made + " events of the demonstration added"));
        }
        context.getBean(DayClock.class).start();
        context.getBean(Erasures.class).start();
        context.getBean(Courier.class).start();
        server = context.getBean(EmbeddedServer.class);
        server.start();
        CheckpointClock checkpoints = context.getBean(CheckpointClock.class);
        parts.push(checkpoints);
        checkpoints.start();
    }

    /** The context closes first, with all its beans: what they stand on must outlive them. */
    private void beneath(ApplicationContext context, AutoCloseable part) {
        parts.remove(context);
        parts.push(part);
        parts.push(context);
    }

    private static void awaitReady(TrackerStreams streams) {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!streams.isReady()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the streams are not ready after " + READY_WITHIN);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Looked at before anything is started: the answer to a taken port should not take ten seconds. */
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
