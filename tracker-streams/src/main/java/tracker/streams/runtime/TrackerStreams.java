package tracker.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.streams.codec.EventCodec;
import tracker.streams.topology.AppliedListener;
import tracker.streams.topology.CommandTopology;
import tracker.streams.topology.ViewTopology;

/** The two Streams applications of a node, from topics checked to closed. Started once, closed once. */
public final class TrackerStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrackerStreams.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final StreamsSettings settings;
    private final Admin admin;
    private final KafkaStreams commands;
    private final KafkaStreams views;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tracker-catch-up");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean caughtUp;

    public TrackerStreams(StreamsSettings settings, EventCodec codec, AppliedListener listener) {
        this.settings = settings;
        Map<String, Object> config = new HashMap<>(settings.client());
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        this.admin = Admin.create(config);
        this.commands = new KafkaStreams(
                new CommandTopology(codec, settings.answerRetention()).get(), StreamsConfigs.commands(settings));
        this.views = new KafkaStreams(new ViewTopology(codec, listener).get(), StreamsConfigs.views(settings));
    }

    /** Returns once started; {@link #isReady()} says when it may be used. */
    public void start() {
        new TopicGuard(admin, settings.partitions(), settings.replication(), settings.maxMessageBytes()).check();
        SchemaPublisher.publish(settings);
        try {
            CatchUp catchUp =
                    CatchUp.from(admin, StreamsConfigs.VIEWS_APPLICATION, ViewTopology.SOURCES, settings.partitions());
            var unused =
                    watch.scheduleWithFixedDelay(() -> look(catchUp), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot read the event log's end", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
        // A thread that failed is replaced: the fault may be a broker's, and the state is as of its last commit.
        commands.setUncaughtExceptionHandler(fault -> StreamThreadExceptionResponse.REPLACE_THREAD);
        views.setUncaughtExceptionHandler(fault -> StreamThreadExceptionResponse.REPLACE_THREAD);
        commands.start();
        views.start();
    }

    /** Whether both applications run, and the views show all that was recorded before the start. */
    public boolean isReady() {
        return caughtUp && isRunning(commands) && isRunning(views);
    }

    /** Whether the views show all that was recorded before the start. */
    public boolean hasCaughtUp() {
        return caughtUp;
    }

    /** The application whose stores hold answers. */
    public KafkaStreams commands() {
        return commands;
    }

    /** The application whose stores hold views. */
    public KafkaStreams views() {
        return views;
    }

    public int partitions() {
        return settings.partitions();
    }

    /** Kafka's own name of the cluster, the same for its life. */
    public String clusterId() {
        try {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot read the cluster's id", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        commands.close(CLOSE_WITHIN);
        views.close(CLOSE_WITHIN);
        admin.close(CLOSE_WITHIN);
    }

    private void look(CatchUp catchUp) {
        try {
            if (catchUp.isDone()) {
                caughtUp = true;
                watch.shutdown();
            }
        } catch (ExecutionException retried) {
            LOG.debug("cannot read the views' progress yet", retried);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRunning(KafkaStreams streams) {
        return streams.state() == KafkaStreams.State.RUNNING;
    }
}
