package tracker.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.AppliedPositions;

/** A thread that fails takes with it what it had applied and not committed, though it was shown: until that is there again, nothing is. */
class StoresThatGoBackTest {
    private final AppliedPositions applied = new AppliedPositions();
    private final ViewSource source = ViewSource.of(new EmptyStores(), () -> true, applied);
    private final PlanQueries queries = new PlanQueries(() -> source, new EventCodec(), Duration.ZERO);

    @Test
    void whatWasShownIsWaitedFor() {
        applied.applied("plan", 7);
        applied.begun(0);

        assertThatThrownBy(() -> queries.position("plan")).isInstanceOf(NotReadyException.class);
        assertThatThrownBy(() -> queries.now("plan")).isInstanceOf(NotReadyException.class);
        assertThatThrownBy(() -> queries.await(new PositionToken("plan", 7))).isInstanceOf(NotReadyException.class);
        assertThat(queries.isUnchanged(new PositionToken("plan", 7))).isFalse();
        applied.applied("plan", 6);
        assertThatThrownBy(() -> queries.await(new PositionToken("plan", 7))).isInstanceOf(NotReadyException.class);

        applied.applied("plan", 7);

        queries.await(new PositionToken("plan", 7));
        assertThat(queries.isUnchanged(new PositionToken("plan", 7))).isTrue();
    }

    @Test
    void whatIsStillBeingFoundInTheStoresOfBeforeIsNotKnownOfThoseOfNow() {
        var found = applied.noting("plan");
        applied.begun(0);
        found.accept(7);

        assertThat(applied.position("plan")).isZero();
    }

    /** As they are when nothing was committed yet. */
    private static final class EmptyStores implements Stores {
        @Override
        public Optional<byte[]> get(String store, String plan, String key) {
            return Optional.empty();
        }

        @Override
        public List<KeyValue<String, byte[]>> range(String store, String plan, String from, String to, int limit) {
            return List.of();
        }

        @Override
        public Optional<KeyValue<String, byte[]>> last(String store, String plan, String from, String to) {
            return Optional.empty();
        }

        @Override
        public PlansHere plans(String store) {
            return new PlansHere(Set.of(), List.of());
        }
    }
}
