package tracker.api.faults.nemesis;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import tracker.api.faults.cluster.Cluster;

/** The ways in which things break. */
public enum FaultKind {
    NODE_KILL(Reach.NODES, 2, NodeFaults::kill),
    NODE_PAUSE(Reach.NODES, 4, NodeFaults::pause),
    CLOCK_JUMP(Reach.NODES, 3, ClockFaults::jump, cluster -> ClockFaults.arePossible()),
    FULL_NODE_DISK(Reach.NODES, 1, DiskFaults::ofANode, DiskFaults::arePossible),
    LEADER_KILL(Reach.BROKERS, 2, BrokerFaults::killLeader),
    LEADER_PAUSE(Reach.BROKERS, 3, BrokerFaults::pauseLeader),
    MAJORITY_KILL(Reach.BROKERS, 1, BrokerFaults::killMajority),
    SLOW_BROKER(Reach.BROKERS, 3, BrokerFaults::slowLeader),
    FULL_BROKER_DISK(Reach.BROKERS, 1, DiskFaults::ofTheLeader, DiskFaults::arePossible),
    PARTITION(Reach.NETWORK, 2, NetworkFaults::partition),
    SLOW_NETWORK(Reach.NETWORK, 1, NetworkFaults::slow),
    REBALANCE_STORM(Reach.NETWORK, 1, NodeFaults::storm);

    private final Reach reach;
    private final int often;
    private final BiFunction<Cluster, Random, Fault> make;
    private final Predicate<Cluster> possible;
    private final boolean anywhere;

    FaultKind(Reach reach, int often, BiFunction<Cluster, Random, Fault> make) {
        this(reach, often, make, cluster -> true, true);
    }

    FaultKind(Reach reach, int often, BiFunction<Cluster, Random, Fault> make, Predicate<Cluster> possible) {
        this(reach, often, make, possible, false);
    }

    FaultKind(
            Reach reach,
            int often,
            BiFunction<Cluster, Random, Fault> make,
            Predicate<Cluster> possible,
            boolean anywhere) {
        this.reach = reach;
        this.often = often;
        this.anywhere = anywhere;
        this.make = make;
        this.possible = possible;
    }

    /**
     * Those of these names, separated by commas; {@code all} for all, {@code none}, {@code anywhere} for those that need nothing of the machine, so that a run is the
     * same everywhere.
     */
    public static List<FaultKind> named(String names) {
        return switch (names) {
            case "all" -> List.of(values());
            case "none" -> List.of();
            case "anywhere" ->
                Arrays.stream(values()).filter(kind -> kind.anywhere).toList();
            default ->
                Arrays.stream(names.split(",", -1)).map(FaultKind::valueOf).toList();
        };
    }

    Reach reach() {
        return reach;
    }

    /** How often it comes in a turn of its reach: what starts processes anew takes the machine more than what holds them up. */
    int often() {
        return often;
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
