package tracker.api.report;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.rating.Rating;

/** How many subjects have each rating; ratings of none are left out. */
public record Counts(SortedMap<Rating, Integer> byRating) {
    /** The ratings that say how a subject does, best first; the others say why that cannot be told. */
    private static final Set<Rating> GRADES =
            Collections.unmodifiableSet(EnumSet.range(Rating.ACHIEVED, Rating.MOVING_AWAY));

    public Counts {
        byRating = Collections.unmodifiableSortedMap(new TreeMap<>(byRating));
    }

    static Counts of(Collection<SubjectFigures> subjects) {
        SortedMap<Rating, Integer> counts = new TreeMap<>();
        subjects.stream()
                .map(SubjectFigures::rating)
                .filter(Objects::nonNull)
                .forEach(rating -> counts.merge(rating, 1, Integer::sum));
        return new Counts(counts);
    }

    static boolean isGrade(Rating rating) {
        return rating != null && GRADES.contains(rating);
    }

    /** Whether somebody has to do something about it. */
    static boolean isBehind(Rating rating) {
        return isGrade(rating) && rating.compareTo(Rating.AT_RISK) >= 0;
    }

    public int of(Rating rating) {
        return byRating.getOrDefault(rating, 0);
    }

    public int total() {
        return byRating.values().stream().mapToInt(Integer::intValue).sum();
    }

    public StackedBar bar() {
        return StackedBar.of(this);
    }

    /** Those with at least one subject, in any of {@code all}: the columns that a table of them needs. */
    static List<Rating> used(Collection<Counts> all) {
        EnumSet<Rating> used = EnumSet.noneOf(Rating.class);
        all.forEach(counts -> used.addAll(counts.byRating().keySet()));
        return List.copyOf(used);
    }
}
