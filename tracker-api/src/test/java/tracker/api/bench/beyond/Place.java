package tracker.api.bench.beyond;

/** Somewhere larger, with the machines that are bought for it. Every plan is alike: so many subjects, so many events in five years. */
record Place(String name, int plans, Machine node, Machine broker) {
    static final int SUBJECTS_A_PLAN = 250;
    static final int EVENTS_A_PLAN = 50_000;

    record Machine(int processors, int gibibytes) {
        @Override
        public String toString() {
            return "%d processors, %d GiB".formatted(processors, gibibytes);
        }
    }

    long events() {
        return (long) plans * EVENTS_A_PLAN;
    }
}
