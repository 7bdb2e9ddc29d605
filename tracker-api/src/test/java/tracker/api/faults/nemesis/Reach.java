package tracker.api.faults.nemesis;

/** What a hand breaks. Each has one, so what is broken at once is one of each. */
enum Reach {
    NODES,
    BROKERS,
    NETWORK
}
