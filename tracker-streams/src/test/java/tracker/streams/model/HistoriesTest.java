package tracker.streams.model;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** Whatever happens: the domain in memory, the topologies, a replay of their log and the reference model all say the same of it. */
class HistoriesTest {
    @Provide
    Arbitrary<List<Op>> histories() {
        return RandomHistories.upTo(50);
    }

    @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
    void theDomainDoesWhatTheModelDoes(@ForAll("histories") List<Op> history) {
        new Run("zone").play(history);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void soDoTheTopologiesAndAReplayOfTheirLog(@ForAll("histories") List<Op> history) {
        Store<Bench> bench = Store.getOrCreate(HistoriesTest.class, Lifespan.PROPERTY, Bench::new);
        new TopologyRun(bench.get()).play(history);
    }
}
