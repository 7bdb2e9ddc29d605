package tracker.api.faults.nemesis;

import java.util.Arrays;
import java.util.List;
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
    private final boolean anywhere;

    FaultKind(BiFunction<Cluster, Random, Fault> make) {
        this(make, cluster -> true, true);
    }

    FaultKind(BiFunction<Cluster, Random, Fault> make, Predicate<Cluster> possible) {
        this(make, possible, false);
    }

    FaultKind(BiFunction<Cluster, Random, Fault> make, Predicate<Cluster> possible, boolean anywhere) {
        this.anywhere = anywhere;
        this.make = make;
        this.possible = possible;
    }

    /**
     * Those of these names, separated by commas; {@code all} for all, {@code anywhere} for those that need nothing of the machine, so that a run is the
     * same everywhere.
     */
    public static List<FaultKind> named(String names) {
        return switch (names) {
            case "all" -> List.of(values());
            case "anywhere" ->
                Arrays.stream(values()).filter(kind -> kind.anywhere).toList();
            default ->
                Arrays.stream(names.split(",", -1)).map(FaultKind::valueOf).toList();
        };
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
