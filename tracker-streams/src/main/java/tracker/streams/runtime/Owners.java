package tracker.streams.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.streams.topology.Topics;

/**
 * Which node holds which partition of an application, as each says of itself once it can be asked for it: of two that say so, the later one.
 * A node that died is named until another has taken its place.
 */
public final class Owners implements Claims, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Owners.class);

    private final String self;
    private final TableTopic table;
    private final Map<String, String> byPartition = new ConcurrentHashMap<>();

    Owners(StreamsSettings settings) {
        this.self = settings.address();
        this.table = new TableTopic(settings, Topics.NODES, this::heard);
    }

    void start() {
        table.start();
    }

    /** Whether all that was said before this node's start is known. */
    boolean isReady() {
        return table.caughtUp().isDone();
    }

    /** This node's own address. */
    public String self() {
        return self;
    }

    /** The address of the node that holds it; empty where none has said so yet. */
    public Optional<String> of(String application, int partition) {
        return Optional.ofNullable(byPartition.get(key(application, partition)));
    }

    /** Every node that holds something of the application. */
    public Set<String> all(String application) {
        Set<String> all = new TreeSet<>();
        byPartition.forEach((key, address) -> {
            if (key.startsWith(application + "/")) {
                all.add(address);
            }
        });
        return all;
    }

    @Override
    public boolean isAnother(String application, int partition) {
        return !self.equals(byPartition.get(key(application, partition)));
    }

    @Override
    public void claim(String application, int partition) {
        var unused = table.put(key(application, partition), self.getBytes(StandardCharsets.UTF_8))
                .whenComplete((done, failed) -> {
                    if (failed != null) {
                        // Whoever holds it looks again, and sees that it is not known.
                        LOG.warn("{}-{} could not be claimed: {}", application, partition, failed.getMessage());
                    }
                });
    }

    @Override
    public void close() {
        table.close();
    }

    private void heard(String key, byte[] address) {
        if (address == null) {
            byPartition.remove(key);
        } else {
            byPartition.put(key, new String(address, StandardCharsets.UTF_8));
        }
    }

    private static String key(String application, int partition) {
        return application + "/" + partition;
    }
}
