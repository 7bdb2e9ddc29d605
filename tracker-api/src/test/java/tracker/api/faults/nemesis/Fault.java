package tracker.api.faults.nemesis;

import java.util.Optional;

/** Something that is broken and then mended. */
interface Fault {
    /** Breaks it, and says what it was; empty where there was nothing left to break. It is mended all the same. */
    Optional<String> strike();

    void heal();
}
