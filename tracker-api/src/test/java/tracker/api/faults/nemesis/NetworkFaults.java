package tracker.api.faults.nemesis;

import java.util.List;
import java.util.Random;
import tracker.api.faults.cluster.Brokers;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Forwarder;
import tracker.api.faults.cluster.Forwarder.State;
import tracker.api.faults.cluster.Node;

/** What becomes of the network between a node and the brokers. */
final class NetworkFaults {
    private static final List<State> PARTITIONS = List.of(State.CUT, State.SILENT, State.DEAF);

    private NetworkFaults() {}

    static Fault partition(Cluster cluster, Random random) {
        return turn(cluster, random, PARTITIONS.get(random.nextInt(PARTITIONS.size())));
    }

    static Fault slow(Cluster cluster, Random random) {
        return turn(cluster, random, State.SLOW);
    }

    /** The ways to one, two or all of the brokers. */
    private static Fault turn(Cluster cluster, Random random, State state) {
        Node node = NodeFaults.any(cluster, random);
        int first = random.nextInt(Brokers.count());
        int last = first + random.nextInt(Brokers.count() - first);
        List<Forwarder> ways = cluster.ways(node).subList(first, last + 1);
        return new Simple(
                "%s to brokers %d to %d: %s".formatted(node.name(), first, last, state),
                () -> {
                    ways.forEach(way -> way.turn(state));
                    return true;
                },
                () -> ways.forEach(way -> way.turn(State.OPEN)));
    }
}
