package tracker.api.faults.nemesis;

/** A fault put together from what breaks and what mends. */
record Simple(String detail, Runnable breaking, Runnable mending) implements Fault {
    @Override
    public String strike() {
        breaking.run();
        return detail;
    }

    @Override
    public void heal() {
        mending.run();
    }
}
