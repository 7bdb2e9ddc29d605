package tracker.api.faults.nemesis;

import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import tracker.api.faults.cluster.Cluster;

/** The ways in which things break. */
public enum FaultKind {
    NODE_KILL(NodeFaults::kill),
    NODE_PAUSE(NodeFaults::pause),
    REBALANCE_STORM(NodeFaults::storm),
    CLOCK_JUMP(ClockFaults::jump, cluster -> ClockFaults.arePossible()),
    LEADER_KILL(BrokerFaults::killLeader),
    LEADER_PAUSE(BrokerFaults::pauseLeader),
    MAJORITY_KILL(BrokerFaults::killMajority),
    SLOW_BROKER(BrokerFaults::slowLeader),
    PARTITION(NetworkFaults::partition),
    SLOW_NETWORK(NetworkFaults::slow),
    FULL_BROKER_DISK(DiskFaults::ofTheLeader, DiskFaults::arePossible),
    FULL_NODE_DISK(DiskFaults::ofANode, DiskFaults::arePossible);

    private final BiFunction<Cluster, Random, Fault> make;
    private final Predicate<Cluster> possible;

    FaultKind(BiFunction<Cluster, Random, Fault> make) {
        this(make, cluster -> true);
    }

    FaultKind(BiFunction<Cluster, Random, Fault> make, Predicate<Cluster> possible) {
        this.make = make;
        this.possible = possible;
    }

    /** Whether this machine lets it be done. */
    boolean isPossible(Cluster cluster) {
        return possible.test(cluster);
    }

    /** One of the kind: which node or broker it strikes, and how hard, is drawn. */
    Fault draw(Cluster cluster, Random random) {
        return make.apply(cluster, random);
    }
}
