package tracker.api.faults.nemesis;

import java.util.Random;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;

/** What becomes of a node of the tracker. */
final class NodeFaults {
    private NodeFaults() {}

    static Node any(Cluster cluster, Random random) {
        return cluster.nodes().get(random.nextInt(cluster.nodes().size()));
    }

    static Fault kill(Cluster cluster, Random random) {
        Node node = any(cluster, random);
        return new Simple(node.name(), node::kill, node::start);
    }

    static Fault pause(Cluster cluster, Random random) {
        Node node = any(cluster, random);
        return new Held(node.name(), node::isAlive, node::hold);
    }

    static Fault storm(Cluster cluster, Random random) {
        return new Storm(cluster, random);
    }
}
