package tracker.api.peers;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tracker.api.NodeSettings;
import tracker.api.view.NotReadyException;
import tracker.streams.codec.InternalJson;

/** Asks whichever node holds a partition, or all of them, and waits a bounded time for one that is moving. */
@Singleton
public final class NodeQuestions {
    private static final Duration PAUSE = Duration.ofMillis(50);
    static final String ROOT = "/internal";

    private final Places places;
    private final HopClient client;
    private final Duration wait;

    NodeQuestions(Places places, HopClient client, NodeSettings settings) {
        this.places = places;
        this.client = client;
        this.wait = settings.hopWait();
    }

    /** {@code here} where the partition is here, else what its node answers at that path; {@code body} is null for a GET. */
    public <T> T ofPartition(int partition, String path, byte[] body, InternalJson<T> json, Supplier<T> here) {
        return patiently(() -> {
            Place place = places.ofPartition(partition);
            if (place instanceof Place.At at) {
                return json.decode(client.answer(at.address(), ROOT + "/partitions/" + partition + path, body));
            }
            if (place instanceof Place.Here || !places.hasPeers()) {
                return here.get();
            }
            throw new NotReadyException("partition " + partition + " is moving");
        });
    }

    /** The items of every node, {@code own} ones too: together they are of all partitions, and each plan is there once. */
    public List<String> plans(Supplier<NodeMessages.Plans> own) {
        return patiently(() -> {
            Set<Integer> seen = new HashSet<>();
            Set<String> items = new TreeSet<>();
            if (!places.partitionsHere().isEmpty()) {
                take(own.get(), seen, items);
            }
            for (String node : places.others()) {
                take(NodeMessages.PLANS.decode(client.answer(node, ROOT + "/plans", null)), seen, items);
            }
            if (seen.size() < places.partitions()) {
                throw new NotReadyException("some partitions are moving: only " + seen + " can be read");
            }
            return List.copyOf(items);
        });
    }

    private static void take(NodeMessages.Plans plans, Set<Integer> seen, Set<String> items) {
        seen.addAll(plans.partitions());
        items.addAll(plans.items());
    }

    /** A node alone has nobody to wait for. */
    private <T> T patiently(Supplier<T> question) {
        long end = System.nanoTime() + (places.hasPeers() ? wait.toNanos() : 0);
        while (true) {
            try {
                return question.get();
            } catch (NotReadyException later) {
                if (System.nanoTime() > end) {
                    throw later;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
