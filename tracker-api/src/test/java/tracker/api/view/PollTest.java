package tracker.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.AppliedPositions;

/** A poll of a plan that has not changed must not cost a read of the stores. */
class PollTest {
    private final AppliedPositions applied = new AppliedPositions();
    private final PlanQueries queries = queries(true);

    @Test
    void whetherAPlanHasChangedIsKnownWithoutTheStores() {
        applied.applied("plan", 7);

        assertThat(queries.isUnchanged(new PositionToken("plan", 7))).isTrue();
        assertThat(queries.isUnchanged(new PositionToken("plan", 6))).isFalse();
        assertThat(queries.isUnchanged(new PositionToken("plan", 8))).isFalse();
        assertThat(queries.isUnchanged(new PositionToken("other", 7))).isFalse();
    }

    @Test
    void nothingIsSaidBeforeTheViewsHaveCaughtUp() {
        applied.applied("plan", 7);

        assertThat(queries(false).isUnchanged(new PositionToken("plan", 7))).isFalse();
    }

    private PlanQueries queries(boolean caughtUp) {
        ViewSource source = ViewSource.of(new NoStores(), () -> caughtUp, applied);
        return new PlanQueries(() -> source, new EventCodec(), Duration.ZERO);
    }

    private static final class NoStores implements Stores {
        @Override
        public Optional<byte[]> get(String store, String plan, String key) {
            throw new AssertionError("the stores are read");
        }

        @Override
        public List<KeyValue<String, byte[]>> range(String store, String plan, String from, String to, int limit) {
            throw new AssertionError("the stores are read");
        }

        @Override
        public Optional<KeyValue<String, byte[]>> last(String store, String plan, String from, String to) {
            throw new AssertionError("the stores are read");
        }

        @Override
        public PlansHere plans(String store) {
            throw new AssertionError("the stores are read");
        }
    }
}
