package tracker.streams.runtime;

/**
 * Which generations of the views every node runs, as the control topic says it: one that is read, and beside it, where {@code standby} is
 * not null, one that is being built or was read before. {@code last} is the highest number ever given: none is given twice.
 */
record ViewPlan(int active, Integer standby, int last) {
    static final ViewPlan FIRST = new ViewPlan(1, null, 1);

    ViewPlan building() {
        return new ViewPlan(active, last + 1, last + 1);
    }

    /** The two change places: done twice, everything is as before. */
    ViewPlan switched() {
        return new ViewPlan(standby, active, last);
    }

    ViewPlan retired() {
        return new ViewPlan(active, null, last);
    }

    boolean runs(int generation) {
        return generation == active || standby != null && generation == standby;
    }
}
