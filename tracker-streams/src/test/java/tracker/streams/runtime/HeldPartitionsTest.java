package tracker.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a node says that it holds, as partitions come and go. */
class HeldPartitionsTest {
    private static final long LONG_ENOUGH = HeldPartitions.INSIST_AFTER.toNanos() + 1;

    private final Set<Integer> atWork = new HashSet<>();
    private final Set<Integer> oursByTheBrokers = new HashSet<>();
    private final Said said = new Said();
    private long now;
    private boolean brokersAreAway;
    private final HeldPartitions held = new HeldPartitions(
            "views", () -> Set.copyOf(atWork), this::catchUp, said, oursByTheBrokers::contains, () -> now);

    @Test
    void whatIsTakenOverIsOpenedAndClaimedOnce() throws Exception {
        atWork.addAll(Set.of(0, 2));
        held.look();
        held.look();

        assertThat(held.open()).containsExactlyInAnyOrder(0, 2);
        assertThat(held.isComplete()).isTrue();
        assertThat(said.claimed).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void whatTheBrokersDidNotAnswerAboutIsAskedAgain() throws Exception {
        atWork.add(3);
        brokersAreAway = true;
        assertThatThrownBy(held::look).isInstanceOf(TimeoutException.class);
        brokersAreAway = false;
        held.look();

        assertThat(held.open()).containsExactly(3);
    }

    @Test
    void whatLeavesIsClosed() throws Exception {
        atWork.addAll(Set.of(0, 2));
        held.look();
        atWork.remove(0);
        held.look();

        assertThat(held.isOpen(0)).isFalse();
        assertThat(held.isOpen(2)).isTrue();
    }

    @Test
    void whatLeftAndCameBackUnseenIsClaimedAgainAfterAWhile() throws Exception {
        atWork.add(1);
        oursByTheBrokers.add(1);
        held.look();
        said.others.add(1);
        held.look();
        assertThat(said.claimed).containsExactly(1);

        now += LONG_ENOUGH;
        held.look();
        now += LONG_ENOUGH;
        held.look();

        assertThat(said.claimed).containsExactly(1, 1);
    }

    @Test
    void aNodeThatWasHeldUpDoesNotInsistOnWhatTheBrokersGaveAway() throws Exception {
        atWork.add(1);
        held.look();
        said.others.add(1);
        for (int look = 0; look < 5; look++) {
            now += LONG_ENOUGH;
            held.look();
        }

        assertThat(said.claimed).containsExactly(1);
    }

    private CatchUp catchUp(Set<Integer> partitions) {
        if (brokersAreAway) {
            throw new TimeoutException("no answer about " + partitions);
        }
        return CatchUp.done(null);
    }

    /** Every node hears it at once. */
    private static final class Said implements Claims {
        private final List<Integer> claimed = new ArrayList<>();
        private final Set<Integer> others = new HashSet<>();

        @Override
        public boolean isAnother(String application, int partition) {
            return others.contains(partition);
        }

        @Override
        public void claim(String application, int partition) {
            others.remove(partition);
            claimed.add(partition);
        }
    }
}
