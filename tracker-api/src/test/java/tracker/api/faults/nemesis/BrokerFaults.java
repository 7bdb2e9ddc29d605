package tracker.api.faults.nemesis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tracker.api.faults.cluster.Broker;
import tracker.api.faults.cluster.Cluster;

/** What becomes of brokers: mostly of the one that leads the partition of the plan's events. */
final class BrokerFaults {
    private BrokerFaults() {}

    static Fault killLeader(Cluster cluster, Random random) {
        Broker leader = cluster.leader();
        return new Simple("broker " + leader.id(), leader::kill, leader::start);
    }

    static Fault pauseLeader(Cluster cluster, Random random) {
        Broker leader = cluster.leader();
        return new Held("broker " + leader.id(), leader::isAlive, leader::hold);
    }

    static Fault slowLeader(Cluster cluster, Random random) {
        Broker leader = cluster.leader();
        return new Held("broker " + leader.id(), leader::isAlive, leader::slow);
    }

    /** All but one. */
    static Fault killMajority(Cluster cluster, Random random) {
        List<Broker> brokers = new ArrayList<>(cluster.brokers().all());
        Collections.shuffle(brokers, random);
        List<Broker> most = brokers.subList(1, brokers.size());
        return new Simple(
                "brokers " + most.stream().map(Broker::id).toList(),
                () -> most.stream().filter(Broker::kill).count() == most.size(),
                () -> most.forEach(Broker::start));
    }
}
