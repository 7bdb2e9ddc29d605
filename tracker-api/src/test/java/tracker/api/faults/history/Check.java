package tracker.api.faults.history;

import java.util.function.Consumer;

/** Looks for violations of some kinds. */
interface Check {
    void check(History history, Consumer<Violation> found);
}
