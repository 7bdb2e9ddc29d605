package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums and counts under names. Adding and taking away are each other's inverse, so a roll-up follows its subjects one at a time. */
public record Tally(SortedMap<String, BigDecimal> sums) {
    public static final Tally EMPTY = new Tally(new TreeMap<>());

    public Tally {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    public Tally plus(Tally other) {
        return combine(other, false);
    }

    public Tally minus(Tally other) {
        return combine(other, true);
    }

    /** 0 where nothing was added. */
    public BigDecimal get(String name) {
        return sums.getOrDefault(name, BigDecimal.ZERO);
    }

    /** The sums whose names begin with {@code prefix}, under the rest of their names. */
    public SortedMap<String, BigDecimal> under(String prefix) {
        SortedMap<String, BigDecimal> found = new TreeMap<>();
        sums.tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .forEach(entry -> found.put(entry.getKey().substring(prefix.length()), entry.getValue()));
        return found;
    }

    private Tally combine(Tally other, boolean negated) {
        SortedMap<String, BigDecimal> next = new TreeMap<>(sums);
        other.sums.forEach((name, amount) -> {
            BigDecimal before = next.getOrDefault(name, BigDecimal.ZERO);
            BigDecimal sum = exact(negated ? before.subtract(amount) : before.add(amount));
            if (sum.signum() == 0) {
                next.remove(name);
            } else {
                next.put(name, sum);
            }
        });
        return new Tally(next);
    }

    /**
     * The same subjects give the same tally, to the digit, whatever they were before: a sum keeps no zeros of amounts that have gone,
     * and one that is nothing again is forgotten.
     */
    private static BigDecimal exact(BigDecimal sum) {
        BigDecimal plain = sum.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
