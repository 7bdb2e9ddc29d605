package tracker.streams.runtime;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.streams.codec.EventCodec;
import tracker.streams.topology.Topics;
import tracker.streams.topology.ViewTopology;

/** The views, built from the events once: a Streams application with stores of its own. */
public final class ViewGeneration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewGeneration.class);
    private final CloseOptions closing;
    private final int number;
    private final String application;
    private final AppliedPositions applied = new AppliedPositions();
    private final StoreMemory memory;
    private final KafkaStreams streams;
    private final HeldPartitions held;
    private volatile boolean caughtUp;

    private ViewGeneration(
            int number, StreamsSettings settings, EventCodec codec, Admin admin, Optional<Owners> owners) {
        this.number = number;
        this.closing = StreamsConfigs.closing(settings);
        this.application = StreamsConfigs.viewsApplication(number);
        this.memory = new StoreMemory(settings.storeMemory());
        this.streams = new KafkaStreams(
                new ViewTopology(codec, applied).get(), StreamsConfigs.of(settings, application, memory));
        Assignments assignments = new Assignments(admin, settings.node());
        this.held = new HeldPartitions(
                application,
                () -> applied.tasks().partitions(streams),
                partitions -> CatchUp.from(admin, settings, application, ViewTopology.SOURCES, partitions),
                owners.<Claims>map(all -> all).orElse(Claims.NONE),
                partition -> assignments.isOurs(application, new TopicPartition(Topics.EVENTS, partition)),
                System::nanoTime);
    }

    static ViewGeneration start(
            int number,
            StreamsSettings settings,
            EventCodec codec,
            Admin admin,
            Optional<Owners> owners,
            ThreadFaults faults) {
        ViewGeneration generation = new ViewGeneration(number, settings, codec, admin, owners);
        generation.streams.setUncaughtExceptionHandler(faults);
        generation.streams.start();
        return generation;
    }

    public int number() {
        return number;
    }

    /** The application whose stores hold the views. */
    public KafkaStreams streams() {
        return streams;
    }

    public AppliedPositions applied() {
        return applied;
    }

    /** What {@link Owners} call it. */
    public String application() {
        return application;
    }

    /** Whether this node, and so no other, folds that partition of the events into this generation, and has all that was read elsewhere. */
    public boolean holds(int partition) {
        return held.isOpen(partition);
    }

    /** All that it {@link #holds}. */
    public Set<Integer> partitions() {
        return held.open();
    }

    /** Whether what it holds shows all that was recorded before the start. */
    public boolean hasCaughtUp() {
        return caughtUp;
    }

    /** How many events it has still to apply, as its consumers know; 0 where it reads nothing here. */
    long lag() {
        return streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("records-lag"))
                .filter(metric -> Topics.EVENTS.equals(metric.getKey().tags().get("topic")))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .sum();
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Asks what it holds, and how far that is where it is not known yet. */
    void look() throws InterruptedException {
        try {
            held.look();
            caughtUp = caughtUp || isRunning() && held.isComplete();
        } catch (ExecutionException retried) {
            LOG.debug("cannot read the progress of {} yet", application, retried);
        }
    }

    @Override
    public void close() {
        // First of all, so that who follows it goes elsewhere while it can still be read.
        applied.close();
        if (streams.close(closing)) {
            memory.close();
        }
    }

    /** Takes away what a closed generation had stored here; and with the brokers, once no other node runs it either: then it is true. */
    static boolean discard(int number, StreamsSettings settings, Admin admin) throws InterruptedException {
        String application = StreamsConfigs.viewsApplication(number);
        try {
            Utils.delete(settings.stateDirectory().resolve(application).toFile());
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(application + "-"))
                    .toList();
            if (topics.isEmpty()) {
                return true;
            }
            boolean unused = admin.describeConsumerGroups(List.of(application))
                    .all()
                    .get()
                    .get(application)
                    .members()
                    .isEmpty();
            if (unused) {
                admin.deleteTopics(topics).all().get();
                admin.deleteConsumerGroups(List.of(application)).all().get();
            }
            return unused;
        } catch (ExecutionException | IOException failed) {
            LOG.debug("{} cannot be taken away yet", application, failed);
            return false;
        }
    }
}
