package tracker.api.faults.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.TreeMap;

/** What a check has found. */
public record Verdict(int faults, int operations, List<Violation> violations) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    /** One line: how much was tried, and what came of it. */
    public String summary() {
        String kinds = violations.isEmpty()
                ? ""
                : " " + violations.stream().collect(groupingBy(Violation::kind, TreeMap::new, counting()));
        return "faults: %d, operations: %d, violations: %d%s".formatted(faults, operations, violations.size(), kinds);
    }
}
