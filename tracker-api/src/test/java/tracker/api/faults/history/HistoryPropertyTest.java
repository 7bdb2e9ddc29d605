package tracker.api.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;

/** Correct histories are found correct, however much was lost, late or cut off in them; spoiled ones are not. */
class HistoryPropertyTest {
    private static final int MANY = 500_000;

    private final HistoryChecker checker = new HistoryChecker();

    @Provide
    Arbitrary<List<Move>> moves() {
        return Move.lists();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aCorrectHistoryHasNoViolation(@ForAll("moves") List<Move> moves) {
        assertThat(checker.check(History.of(Simulation.run(moves))).violations())
                .isEmpty();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aSpoiledOneHasTheViolationThatItWasSpoiledWith(
            @ForAll("moves") List<Move> moves, @ForAll Mutation mutation, @ForAll @IntRange(max = 10_000) int pick) {
        Spoiled spoiled = new Spoiled(Simulation.run(moves), pick);
        if (mutation.spoils(spoiled)) {
            assertThat(checker.check(History.of(spoiled.entries())).violations())
                    .as("%s", mutation)
                    .hasAtLeastOneElementOfType(mutation.brings());
        }
    }

    /** A history that is long enough has a place for each. */
    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void everyMutationIsFoundInALongHistory(@ForAll("seeds") long seed) {
        List<Entry> history = Simulation.run(Move.many(2_000, new Random(seed)));
        for (Mutation mutation : Mutation.values()) {
            Spoiled spoiled = new Spoiled(history, (int) (seed % 1_000));

            assertThat(mutation.spoils(spoiled)).as("%s has a place", mutation).isTrue();
            assertThat(checker.check(History.of(spoiled.entries())).violations())
                    .as("%s", mutation)
                    .hasAtLeastOneElementOfType(mutation.brings());
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().greaterOrEqual(0);
    }

    @Example
    void aLongHistoryIsCheckedInSeconds() {
        List<Entry> entries = Simulation.run(Move.many(MANY, new Random(20210101)));

        Verdict verdict = Assertions.assertTimeout(Duration.ofSeconds(20), () -> checker.check(History.of(entries)));

        assertThat(verdict.operations()).isGreaterThan(100_000);
        assertThat(verdict.violations()).isEmpty();
    }
}
