package tracker.api.bench.beyond;

import java.util.stream.IntStream;

/** What a place would need, by arithmetic on one machine's figures. Seconds, bytes and US dollars a month. */
record Estimate(Figures measured, Place place) {
    private static final double FIVE_YEARS = 5 * 365.25 * 86_400;
    private static final int MONTHS = 60;
    /** Of a month's reports those of its last working day, of eight hours; and how much the busiest hour is above their mean. */
    private static final double LAST_DAY = 0.2;

    private static final double WORKING_DAY = 8 * 3_600;
    private static final double PEAK = 3;

    private static final double HALF_USED = 0.5;
    private static final int COPIES = 3;
    private static final int WITH_STANDBY = 2;
    private static final double BUILT_ANEW_WITHIN = 300;
    private static final int LEAST_PARTITIONS = 4;
    private static final int TOPICS = 14;
    private static final int PARTITIONS_A_NODE = 80;
    private static final double DISK_A_NODE = 2 * Math.pow(2, 40);
    private static final double REPLICAS_A_BROKER = 4_000;
    private static final double DISK_A_BROKER = 4 * Math.pow(2, 40);
    private static final double TO_SPARE = 1.5;
    private static final int A_PROCESSOR = 20;
    private static final int A_GIB_OF_MEMORY = 3;
    private static final double A_GIB_OF_DISK = 0.10;

    double meanEvents() {
        return place.events() / FIVE_YEARS;
    }

    double busyEvents() {
        return (double) place.events() / MONTHS * LAST_DAY / WORKING_DAY * PEAK;
    }

    double busyUpdates() {
        return busyEvents() / measured.eventsAnUpdate();
    }

    double updateProcessors() {
        return busyUpdates() * measured.update();
    }

    /** Ten screens a plan, each of which asks every ten seconds. */
    double reads() {
        return place.plans();
    }

    double readProcessors() {
        return reads() * measured.read();
    }

    double processors() {
        return (updateProcessors() + readProcessors()) / HALF_USED;
    }

    double logBytes() {
        return place.events() * measured.event() * COPIES;
    }

    double topicBytes() {
        return place.events() * measured.topics() * COPIES;
    }

    double storeBytes() {
        return place.events() * measured.stores() * WITH_STANDBY;
    }

    int partitions() {
        return (int) Math.max(LEAST_PARTITIONS, Math.ceil(place.events() / (measured.rebuilt() * BUILT_ANEW_WITHIN)));
    }

    /** For processors, for partitions, for disk. */
    int[] nodesFor() {
        return new int[] {
            up(processors() / place.node().processors()),
            up((double) WITH_STANDBY * partitions() / PARTITIONS_A_NODE),
            up(storeBytes() / DISK_A_NODE)
        };
    }

    int nodes() {
        return Math.max(2, max(nodesFor()));
    }

    int replicas() {
        return TOPICS * partitions() * COPIES;
    }

    /** For replicas, for disk. */
    int[] brokersFor() {
        return new int[] {up(replicas() / REPLICAS_A_BROKER), up(topicBytes() / DISK_A_BROKER)};
    }

    int brokers() {
        return Math.max(COPIES, max(brokersFor()));
    }

    /** Of one node's share, where no other has a copy. */
    double secondsAnew() {
        return place.events() / (double) nodes() / measured.rebuilt();
    }

    double diskBytes() {
        return (topicBytes() + storeBytes()) * TO_SPARE;
    }

    double dollars() {
        int processors =
                nodes() * place.node().processors() + brokers() * place.broker().processors();
        int memory =
                nodes() * place.node().gibibytes() + brokers() * place.broker().gibibytes();
        return A_PROCESSOR * processors + A_GIB_OF_MEMORY * memory + A_GIB_OF_DISK * diskBytes() / Math.pow(2, 30);
    }

    private static int up(double number) {
        return (int) Math.ceil(number);
    }

    private static int max(int... numbers) {
        return IntStream.of(numbers).max().orElseThrow();
    }
}
