package tracker.api.bench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by name as rounds give them. Not thread-safe. */
public final class Rounds {
    public static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** What is measured in a round. */
    public interface Round {
        void run(Rounds figures) throws Exception;
    }

    /** One round that is not counted, then those that are. */
    public static Rounds of(Round round) throws Exception {
        round.run(new Rounds());
        return counted(round);
    }

    /** Only those that are counted: for what is warm already. */
    public static Rounds counted(Round round) throws Exception {
        Rounds counted = new Rounds();
        for (int number = 0; number < ROUNDS; number++) {
            round.run(counted);
        }
        return counted;
    }

    public void add(String name, double figure) {
        figures.computeIfAbsent(name, first -> new ArrayList<>()).add(figure);
        System.out.printf("    %s: %s%n", name, Series.shown(figure));
    }

    public Series of(String name) {
        return new Series(figures.get(name));
    }
}
