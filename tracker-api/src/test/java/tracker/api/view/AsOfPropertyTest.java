package tracker.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Whatever happened, an earlier moment is answered for as it was then, and as if the log ended there; and so is an earlier version.
 * {@code -Dproperty.tries=500} tries harder.
 */
class AsOfPropertyTest {
    /** By how much a moment is off the time of some event. {@code which} counts times from the first on, and begins anew. */
    record Pick(int which, long millis) {
        Instant moment(List<Instant> times) {
            return times.get(which % times.size()).plusMillis(millis);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatWasIsAnsweredAsItWasAnsweredThen(
            @ForAll("histories") List<Step> history, @ForAll("picks") List<Pick> picks) {
        Store<Witness.Bench> bench = Store.getOrCreate(AsOfPropertyTest.class, Lifespan.PROPERTY, Witness.Bench::new);
        Witness witness = new Witness(bench.get(), history);
        moments(witness, picks);
        versions(witness);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Step.histories();
    }

    @Provide
    Arbitrary<List<Pick>> picks() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 60);
        Arbitrary<Long> off = Arbitraries.of(0L, 0L, 0L, 1L, -1L, 500L, -500L, 3_600_000L, -86_400_000L, 86_400_000L);
        return Combinators.combine(which, off).as(Pick::new).list().ofMinSize(1).ofMaxSize(10);
    }

    private static void moments(Witness witness, List<Pick> picks) {
        List<Instant> times = List.copyOf(witness.answered.keySet());
        List<Instant> moments = picks.stream()
                .map(pick -> pick.moment(times))
                .distinct()
                .sorted()
                .toList();
        assertThat(witness.past(times.get(0).minusMillis(1))).isEmpty();
        for (Instant moment : moments) {
            Map.Entry<Instant, Map<String, String>> then = witness.answered.floorEntry(moment);
            if (then == null) {
                assertThat(witness.past(moment)).as("%s", moment).isEmpty();
                continue;
            }
            Map<String, String> past = witness.past(moment).orElseThrow();
            assertThat(past).as("answered at %s", moment).isEqualTo(then.getValue());
            assertThat(past)
                    .as("of what was recorded up to %s", moment)
                    .isEqualTo(witness.replayed(upTo(moment, witness)));
        }
    }

    private static void versions(Witness witness) {
        witness.versions.forEach((subject, views) -> {
            for (int version = 1; version <= views.size(); version++) {
                assertThat(witness.past(subject, version)).contains(views.get(version - 1));
            }
            assertThat(witness.past(subject, 0)).isEmpty();
            assertThat(witness.past(subject, views.size() + 1L)).isEmpty();
        });
    }

    private static List<TestRecord<String, byte[]>> upTo(Instant moment, Witness witness) {
        List<TestRecord<String, byte[]>> records = new ArrayList<>(witness.log);
        records.removeIf(record -> witness.event(record).recordedAt().isAfter(moment));
        return records;
    }
}
