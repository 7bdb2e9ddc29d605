package tracker.api.faults.history;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What happens next in a simulation. {@code pick} decides whatever else there is to decide. */
record Move(Kind kind, int client, int pick) {
    private static final int PICKS = 10_000;

    enum Kind {
        WRITE(4),
        /** Of one command that is on its way. */
        DECIDE(4),
        /** The client is answered, or gives up. */
        END(4),
        READ(3),
        READ_ENDS(3),
        ASK_OF_THE_PAST(1),
        VIEWS_CATCH_UP(3),
        STREAM(4),
        STREAM_CUT(1),
        DAY(1),
        FAULT(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** Every kind as often as it weighs. */
    private static final List<Kind> KINDS = Arrays.stream(Kind.values())
            .flatMap(kind -> IntStream.range(0, kind.weight).mapToObj(time -> kind))
            .toList();

    static Arbitrary<List<Move>> lists() {
        return Combinators.combine(
                        Arbitraries.of(KINDS),
                        Arbitraries.integers().between(0, Simulation.CLIENTS - 1),
                        Arbitraries.integers().between(0, PICKS - 1))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(250);
    }

    static List<Move> many(int count, Random random) {
        return random.ints(count, 0, KINDS.size())
                .mapToObj(kind -> new Move(KINDS.get(kind), random.nextInt(Simulation.CLIENTS), random.nextInt(PICKS)))
                .toList();
    }
}
