package tracker.api.faults.cluster;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import tracker.streams.topology.PlanPartitioner;
import tracker.streams.topology.Topics;

/** Brokers and nodes together. */
public final class Cluster implements AutoCloseable {
    public static final String PLAN = "changsha-hitech-14fyp";

    private static final int PARTITIONS = 4;
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    private final Path data;
    private final Path shared;
    private final List<Disk> brokerDisks;
    private final List<Disk> nodeDisks;
    private final Brokers brokers;
    private final List<Node> nodes = new ArrayList<>();

    /** Data are written below {@code data}, what the processes say into {@code consoles}. */
    public Cluster(int nodes, Path data, Path consoles) {
        this.data = data;
        this.brokerDisks = disks("broker-", Brokers.count());
        this.nodeDisks = disks("node-", nodes);
        this.brokers = new Brokers(brokerDisks.stream().map(Disk::directory).toList(), consoles, nodes);
        this.shared = nodes == 1 ? nodeDisks.get(0).directory() : data.resolve("shared");
        for (int node = 0; node < nodes; node++) {
            this.nodes.add(node(node, nodes, consoles));
        }
    }

    private List<Disk> disks(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Disk(data.resolve(name + number)))
                .toList();
    }

    private Node node(int number, int of, Path consoles) {
        String name = "node-" + (number + 1);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kafka.bootstrap.servers", brokers.bootstrap(number));
        settings.put("tracker.replication", String.valueOf(Brokers.count()));
        settings.put("tracker.partitions", String.valueOf(PARTITIONS));
        settings.put("tracker.data", nodeDisks.get(number).directory().toString());
        settings.put("tracker.heartbeat", "2s");
        if (of > 1) {
            settings.put("tracker.shared", shared.toString());
            settings.put("tracker.files", shared.resolve("files").toString());
            settings.put("tracker.drain", "1s");
        }
        return new Node(name, of == 1, consoles, settings);
    }

    /** Starts what does not run, and returns once all of it is ready. */
    public void start() {
        brokers.start();
        nodes.forEach(Node::start);
        nodes.forEach(this::awaitStarted);
        nodes.stream().filter(node -> !node.isReady()).findFirst().ifPresent(node -> {
            throw new IllegalStateException(node.name() + " did not start:\n" + node.said());
        });
    }

    /** Returns once it is ready, or has ended. */
    public void awaitStarted(Node node) {
        await().atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> node.isReady() || !node.isAlive());
    }

    /** Starts those that have ended, as a service manager does; answers how many that were. */
    public int startBrokersThatEnded() {
        int ended = 0;
        for (Broker broker : brokers.all()) {
            ended += broker.isAlive() ? 0 : 1;
            broker.start();
        }
        return ended;
    }

    /** Likewise. */
    public int startNodesThatEnded() {
        int ended = 0;
        for (Node node : nodes) {
            ended += node.isAlive() ? 0 : 1;
            node.start();
        }
        return ended;
    }

    public Disk disk(Broker broker) {
        return brokerDisks.get(broker.id());
    }

    public Disk disk(Node node) {
        return nodeDisks.get(nodes.indexOf(node));
    }

    /** For whatever a fault needs to write. */
    public Path file(String name) {
        return data.resolve(name);
    }

    public Brokers brokers() {
        return brokers;
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** The ways of that node to the brokers, in the brokers' order. */
    public List<Forwarder> ways(Node node) {
        return brokers.ways(nodes.indexOf(node));
    }

    /** Who leads the partition in which the plan's events are. */
    public Broker leader() {
        return brokers.leader(events());
    }

    public static TopicPartition events() {
        return new TopicPartition(Topics.EVENTS, PlanPartitioner.partition(PLAN, PARTITIONS));
    }

    /** A token of the first start's, by its name. */
    public String token(String name) {
        try {
            JsonNode tokens = JsonMapper.builder().build().readTree(Files.readAllBytes(shared.resolve("tokens.json")));
            return tokens.path(name).asText();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        brokers.close();
        brokerDisks.forEach(Disk::close);
        nodeDisks.forEach(Disk::close);
    }
}
