package tracker.api.faults.nemesis;

import java.util.Random;
import java.util.function.BooleanSupplier;
import tracker.api.faults.cluster.Broker;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Disk;
import tracker.api.faults.cluster.Node;

/** There is no room left. Whoever has ended by that is started again once there is. */
final class DiskFaults {
    private DiskFaults() {}

    static boolean arePossible(Cluster cluster) {
        return cluster.disk(cluster.nodes().get(0)).isMounted();
    }

    static Fault ofTheLeader(Cluster cluster, Random random) {
        Broker leader = cluster.leader();
        return full("broker " + leader.id(), cluster.disk(leader), leader::isAlive, leader::start);
    }

    static Fault ofANode(Cluster cluster, Random random) {
        Node node = NodeFaults.any(cluster, random);
        Disk disk = cluster.disk(node);
        if (random.nextBoolean()) {
            return full(node.name(), disk, node::isAlive, node::start);
        }
        return new Simple(
                node.name() + ", started anew on it",
                () -> {
                    boolean full = disk.fill();
                    boolean ran = node.kill();
                    node.start();
                    return full && ran;
                },
                () -> {
                    disk.empty();
                    node.start();
                });
    }

    private static Fault full(String detail, Disk disk, BooleanSupplier alive, Runnable start) {
        return new Simple(detail, () -> disk.fill() && alive.getAsBoolean(), () -> {
            disk.empty();
            start.run();
        });
    }
}
