package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds in a history what must never happen, whatever failed meanwhile. A write of unknown outcome may be in the log once or not at all;
 * everything else is held to what was answered. The history ends with the whole log, read when all was settled. Takes time in proportion
 * to {@code n log n}.
 */
public final class HistoryChecker {
    private static final List<Check> CHECKS = List.of(
            new LogCheck(), new WriteCheck(), new VersionCheck(), new StaleCheck(), new ReadCheck(), new StreamCheck());

    public Verdict check(History history) {
        List<Violation> found = new ArrayList<>();
        CHECKS.forEach(check -> check.check(history, found::add));
        return new Verdict(history.faults(), history.operations(), found);
    }
}
