package tracker.api.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What several rounds gave of one figure, in the order of the rounds. */
public record Series(List<Double> rounds) {
    public Series {
        rounds = List.copyOf(rounds);
    }

    /** Of an even number of rounds the lower one of the two in the middle: a figure that was measured. */
    public double median() {
        return rounds.stream().sorted().toList().get((rounds.size() - 1) / 2);
    }

    public double least() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Round by round: a machine that is slower for a while is so for both. */
    public Series over(Series other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            ratios.add(rounds.get(round) / other.rounds.get(round));
        }
        return new Series(ratios);
    }

    /** The median, and between what the rounds lay. */
    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(shown(median()), shown(least()), shown(most()));
    }

    /** With about three digits. */
    public static String shown(double figure) {
        if (figure >= 1_000) {
            return "%,d".formatted(Math.round(figure));
        }
        return String.format(
                Locale.ROOT, figure >= 100 ? "%.0f" : figure >= 10 ? "%.1f" : figure >= 0.1 ? "%.2f" : "%.4f", figure);
    }
}
