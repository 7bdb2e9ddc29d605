package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.Text;
import tracker.streams.runtime.Remaining;

class RestoringTest {
    private final List<Text> said = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Test
    void takesAsLongAsItMovesAndSaysHowFarItIs() {
        Duration whole = Restoring.STANDSTILL.multipliedBy(20);
        restoring(() -> Optional.of(new Remaining(whole.minus(passed).toSeconds(), 7)))
                .await(() -> passed.compareTo(whole) >= 0);
        assertThat(said).hasSize((int) whole.dividedBy(Restoring.SAID_EVERY) - 1);
        assertThat(said.get(0).zh()).isEqualTo("正在恢复：还有 5,990 行、7 个事件");
        assertThat(said.get(0).en()).isEqualTo("restoring: 5,990 rows and 7 events to go");
    }

    @Test
    void isGivenUpWhereNothingMoves() {
        Restoring restoring = restoring(() -> Optional.of(new Remaining(5, 0)));
        assertThatThrownBy(() -> restoring.await(() -> false)).isInstanceOf(IllegalStateException.class);
        assertThat(passed).isGreaterThan(Restoring.STANDSTILL).isLessThan(Restoring.STANDSTILL.multipliedBy(2));
        assertThat(said).hasSize(1);
    }

    @Test
    void isGivenUpWhereTheBrokersSayNothing() {
        Restoring restoring = restoring(Optional::empty);
        assertThatThrownBy(() -> restoring.await(() -> false)).isInstanceOf(IllegalStateException.class);
        assertThat(said).isEmpty();
    }

    @Test
    void saysNothingWhereItIsReadyAtOnce() {
        restoring(() -> Optional.of(new Remaining(0, 0))).await(() -> true);
        assertThat(said).isEmpty();
    }

    private Restoring restoring(Supplier<Optional<Remaining>> remaining) {
        return new Restoring(remaining, said::add, () -> passed.toNanos(), () -> passed = passed.plusSeconds(1));
    }
}
