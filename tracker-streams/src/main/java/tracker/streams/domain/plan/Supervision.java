package tracker.streams.domain.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tracker.streams.domain.Frequency;

/**
 * How a plan is watched over. {@code jumpMultiple}: of a series' usual change; {@code targetsDue}: the day after which a missing target
 * is warned of, null for never; {@code evidenceFor} and {@code published} name collections of indicators, {@code projects} and
 * {@code tasks}; {@code projectFrequency} is null where projects have no duty to report.
 */
public record Supervision(
        SortedSet<WarningRule> rules,
        BigDecimal jumpMultiple,
        LocalDate targetsDue,
        SortedSet<String> evidenceFor,
        Frequency projectFrequency,
        int projectAllowanceDays,
        SortedSet<String> published) {
    /** What a plan gets that says nothing of it: every rule, a jump at three times the usual, nothing published. */
    public static final Supervision DEFAULT = new Supervision(
            new TreeSet<>(EnumSet.allOf(WarningRule.class)),
            BigDecimal.valueOf(3),
            null,
            Collections.emptySortedSet(),
            null,
            0,
            Collections.emptySortedSet());

    public Supervision {
        rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
        evidenceFor = Collections.unmodifiableSortedSet(new TreeSet<>(evidenceFor));
        published = Collections.unmodifiableSortedSet(new TreeSet<>(published));
    }

    /** The words that {@code evidenceFor} and {@code published} may hold. */
    public static Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        for (Collection collection : Collection.values()) {
            groups.add(collection.label());
        }
        groups.add("projects");
        groups.add("tasks");
        return groups;
    }
}
