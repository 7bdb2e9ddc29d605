package tracker.api.faults.cluster;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import tracker.api.TrackerProcess;

/** Three brokers, any two of which go on without the third. Each node of the tracker has its own way to each of them. */
public final class Brokers implements AutoCloseable {
    private static final int COUNT = 3;
    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(10);

    private final List<Broker> brokers = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private final List<Integer> own = ports();
    private final List<Integer> controllers = ports();
    /** For each node its ways to the brokers. */
    private final List<List<Forwarder>> ways = new ArrayList<>();

    /** {@code logs} are where the brokers keep what they write, one each. */
    public Brokers(List<Path> logs, Path consoles, int nodes) {
        String cluster = Uuid.randomUuid().toString();
        List<List<Integer>> listeners = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            List<Integer> ports = ports();
            listeners.add(ports);
            ways.add(ports.stream().map(Forwarder::new).toList());
        }
        for (int broker = 0; broker < COUNT; broker++) {
            brokers.add(new Broker(broker, cluster, logs.get(broker), consoles, settings(broker, listeners)));
        }
    }

    public static int count() {
        return COUNT;
    }

    private List<Integer> ports() {
        return Stream.generate(TrackerProcess::freePort)
                .filter(taken::add)
                .limit(COUNT)
                .toList();
    }

    private Map<String, String> settings(int broker, List<List<Integer>> listeners) {
        Map<String, String> settings = new HashMap<>();
        List<String> listening =
                new ArrayList<>(List.of(at("OWN", own.get(broker)), at("CONTROLLER", controllers.get(broker))));
        List<String> advertised = new ArrayList<>(List.of(at("OWN", own.get(broker))));
        List<String> protocols = new ArrayList<>(List.of("OWN:PLAINTEXT", "CONTROLLER:PLAINTEXT"));
        for (int node = 0; node < listeners.size(); node++) {
            String name = "NODE" + node;
            listening.add(at(name, listeners.get(node).get(broker)));
            advertised.add(at(name, ways.get(node).get(broker).port()));
            protocols.add(name + ":PLAINTEXT");
        }
        settings.put("process.roles", "broker,controller");
        settings.put(
                "controller.quorum.voters",
                IntStream.range(0, COUNT)
                        .mapToObj(one -> one + "@127.0.0.1:" + controllers.get(one))
                        .collect(Collectors.joining(",")));
        settings.put("listeners", String.join(",", listening));
        settings.put("advertised.listeners", String.join(",", advertised));
        settings.put("listener.security.protocol.map", String.join(",", protocols));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "OWN");
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Faults are shorter than in earnest; so is the time after which somebody is given up.
        settings.put("broker.session.timeout.ms", "6000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        settings.put("replica.lag.time.max.ms", "6000");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        return settings;
    }

    private static String at(String listener, int port) {
        return listener + "://127.0.0.1:" + port;
    }

    /** Starts those that do not run, and returns once all are there. */
    public void start() {
        brokers.forEach(Broker::start);
        await().atMost(UP_WITHIN).pollInterval(Duration.ofMillis(500)).until(() -> up() == COUNT);
    }

    private int up() throws InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeCluster()
                    .nodes()
                    .get(ASKED_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .size();
        } catch (ExecutionException | TimeoutException notYet) {
            return 0;
        }
    }

    public List<Broker> all() {
        return brokers;
    }

    /** Who leads that partition; any of them where nobody says. */
    public Broker leader(TopicPartition partition) {
        try (Admin admin = admin()) {
            return brokers.get(admin.describeTopics(List.of(partition.topic()))
                    .allTopicNames()
                    .get(ASKED_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .get(partition.topic())
                    .partitions()
                    .get(partition.partition())
                    .leader()
                    .id());
        } catch (ExecutionException | TimeoutException | RuntimeException unknown) {
            return brokers.get(0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return brokers.get(0);
        }
    }

    /** Past all that stands between the nodes and the brokers. */
    public Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ASKED_WITHIN.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ASKED_WITHIN.toMillis()));
    }

    public String bootstrap() {
        return bootstrap(own);
    }

    /** The node's ways, one to each broker. */
    public List<Forwarder> ways(int node) {
        return ways.get(node);
    }

    /** Where the brokers are for that node. */
    public String bootstrap(int node) {
        return bootstrap(ways.get(node).stream().map(Forwarder::port).toList());
    }

    private static String bootstrap(List<Integer> ports) {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        ways.forEach(ofNode -> ofNode.forEach(Forwarder::close));
        brokers.forEach(Broker::close);
    }
}
