package tracker.api;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tracker.api.embedded.EmbeddedBroker;
import tracker.api.peers.Places;

/** Trackers that share one broker and one directory of secrets, each with a data directory and an address of its own. */
final class SeveralNodes implements AutoCloseable {
    private final Path directory;
    private final EmbeddedBroker broker;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, Tracker> running = new HashMap<>();

    SeveralNodes(Path directory) {
        this.directory = directory;
        shared().toFile().mkdirs();
        this.broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
    }

    /** Starts that node, at the address that it had before if there was one. */
    Tracker start(String node, Map<String, Object> more) {
        int port = port(node);
        Map<String, Object> settings = new HashMap<>(Map.of(
                "tracker.port",
                port,
                "tracker.management-port",
                -1,
                "tracker.node",
                node,
                "tracker.address",
                "localhost:" + port,
                "tracker.data",
                directory.resolve(node).toString(),
                "tracker.shared",
                shared().toString(),
                "tracker.files",
                shared().resolve("files").toString(),
                "tracker.drain",
                "1s",
                "kafka.bootstrap.servers",
                broker.bootstrapServers()));
        settings.putAll(more);
        Tracker tracker = Tracker.start(settings, step -> {});
        running.put(node, tracker);
        return tracker;
    }

    /** Returns once its address can be used again: in a process that goes on, the server lets go of it a moment after it is closed. */
    void stop(String node) {
        running.remove(node).close();
        await().atMost(Duration.ofMinutes(1)).until(() -> isFree(port(node)));
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    int port(String node) {
        return ports.computeIfAbsent(node, unknown -> TrackerProcess.freePort());
    }

    /** What that node knows of where plans are. */
    Places places(String node) {
        return running.get(node).places();
    }

    TestClient client(String node, String token) {
        return TestClient.of(port(node), shared(), token);
    }

    Path shared() {
        return directory.resolve("shared");
    }

    @Override
    public void close() {
        running.values().forEach(Tracker::close);
        broker.close();
    }
}
