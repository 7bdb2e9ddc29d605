package tracker.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private final CommitPace pace = new CommitPace(Duration.ofMillis(5));
    private final OneTask first = new OneTask();
    private final OneTask second = new OneTask();

    private final class OneTask {
        private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        private final CommitPace.Task task = pace.begin(context);
        private final CapturedPunctuator look = context.scheduledPunctuators().get(0);

        /** Whether it asks for a commit when the thread punctuates then. */
        boolean asksAt(long millis) {
            context.resetCommit();
            look.getPunctuator().punctuate(millis);
            return context.committed();
        }
    }

    @Test
    void commitsAtOnceWhatComesAlone() {
        first.task.worked();
        assertThat(first.asksAt(1_000)).isTrue();
        assertThat(first.asksAt(1_002)).isFalse();
    }

    @Test
    void nothingIsCommittedWhereNothingWasDone() {
        assertThat(first.asksAt(1_000)).isFalse();
    }

    @Test
    void whatComesSoonAfterACommitWaitsForTheInterval() {
        first.task.worked();
        first.asksAt(1_000);
        first.task.worked();
        assertThat(first.asksAt(1_001)).isFalse();
        assertThat(first.asksAt(1_005)).isFalse();
        assertThat(first.asksAt(1_006)).isTrue();
    }

    @Test
    void afterACommitThatTookLongTheThreadWorksForAsLong() {
        first.task.worked();
        first.asksAt(1_000);
        first.task.worked();
        // The commit was done in between: the thread does nothing else meanwhile.
        assertThat(first.asksAt(1_300)).isFalse();
        assertThat(first.asksAt(1_599)).isFalse();
        assertThat(first.asksAt(1_600)).isTrue();
    }

    @Test
    void afterACommitForManyMostOfTheTimeIsForWork() {
        for (int record = 0; record < 16; record++) {
            first.task.worked();
        }
        first.asksAt(1_000);
        first.task.worked();
        assertThat(first.asksAt(1_006)).isFalse();
        assertThat(first.asksAt(1_029)).isFalse();
        assertThat(first.asksAt(1_030)).isTrue();
    }

    @Test
    void aCommitIsOfAllTasks() {
        first.task.worked();
        second.task.worked();
        assertThat(first.asksAt(1_000)).isTrue();
        assertThat(second.asksAt(1_000)).isFalse();
        assertThat(second.asksAt(1_100)).isFalse();
    }

    @Test
    void whileOneIsUnderWayNoOtherIsAskedFor() {
        first.task.worked();
        first.asksAt(1_000);
        second.task.worked();
        assertThat(second.asksAt(1_000)).isFalse();
        assertThat(second.asksAt(1_020)).isFalse();
        first.asksAt(1_020);
        assertThat(second.asksAt(1_039)).isFalse();
        assertThat(second.asksAt(1_040)).isTrue();
    }

    @Test
    void aTaskThatIsClosedKeepsNobodyWaiting() {
        first.task.worked();
        first.asksAt(1_000);
        first.task.close();
        second.task.worked();
        assertThat(second.asksAt(1_001)).isTrue();
        assertThat(first.look.cancelled()).isTrue();
    }

    @Test
    void aTaskThatIsNeverAskedAgainKeepsNobodyWaitingLong() {
        first.task.worked();
        first.asksAt(1_000);
        second.task.worked();
        assertThat(second.asksAt(1_999)).isFalse();
        assertThat(second.asksAt(2_000)).isTrue();
        assertThat(first.look.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
    }
}
