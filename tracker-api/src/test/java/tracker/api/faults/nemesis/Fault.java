package tracker.api.faults.nemesis;

/** Something that is broken and then mended. */
interface Fault {
    /** Breaks it, and says what it was. */
    String strike();

    void heal();
}
