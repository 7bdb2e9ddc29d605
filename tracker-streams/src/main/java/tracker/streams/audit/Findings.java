package tracker.streams.audit;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.audit.Finding.Place;

/** Collects the first findings and counts the rest: an archive may have as many as events. */
final class Findings {
    private static final int KEPT = 100;

    private final List<Finding> first = new ArrayList<>();
    private long total;

    void add(Problem problem, Place place, String detail) {
        total++;
        if (first.size() < KEPT) {
            first.add(new Finding(problem, place, detail));
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    long total() {
        return total;
    }
}
