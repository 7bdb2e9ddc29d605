package tracker.api.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.api.faults.history.Scene.OTHER;
import static tracker.api.faults.history.Scene.SUBJECT;

import org.junit.jupiter.api.Test;
import tracker.api.faults.history.Entry.Logged;

/** What is wrong with the log in itself is found, and nothing else is. */
class LogViolationsTest {
    private final Scene scene = new Scene();
    private final Logged first = scene.logs(SUBJECT, null, "c1");
    private final Logged second = scene.logs(SUBJECT, null, "c2");

    private void finds(Violation violation) {
        assertThat(scene.verdict().violations()).containsExactly(violation);
    }

    private Logged logs(long position, String subject, long version, String previousHash) {
        return scene.logs(new Logged(position, "c3.1", "c3", subject, version, "hash 3", previousHash, null));
    }

    @Test
    void aVersionThatIsMissing() {
        Logged event = logs(3, SUBJECT, 5, second.hash());

        finds(new Violation.NumberMissing(SUBJECT, 3, 4, event));
    }

    @Test
    void aPositionThatIsMissing() {
        Logged event = logs(4, SUBJECT, 3, second.hash());

        finds(new Violation.NumberMissing("p", 3, 3, event));
    }

    @Test
    void aVersionThatIsThereTwice() {
        Logged event = logs(3, SUBJECT, 2, second.hash());

        finds(new Violation.NumberTwice(SUBJECT, second, event));
    }

    @Test
    void aPositionThatIsThereTwice() {
        Logged event = logs(2, SUBJECT, 3, second.hash());

        finds(new Violation.NumberTwice("p", second, event));
    }

    @Test
    void aPositionBehindALaterOne() {
        Logged later = logs(4, SUBJECT, 3, second.hash());
        Logged event = scene.logs(new Logged(3, "c4.1", "c4", SUBJECT, 4, "hash 4", later.hash(), null));

        finds(new Violation.NumberOutOfOrder("p", 4, event));
    }

    @Test
    void whatIsMissingAroundOneThatComesLate() {
        Logged later = logs(6, SUBJECT, 3, second.hash());
        Logged event = scene.logs(new Logged(4, "c4.1", "c4", SUBJECT, 4, "hash 4", later.hash(), null));

        assertThat(scene.verdict().violations())
                .containsExactly(
                        new Violation.NumberOutOfOrder("p", 6, event),
                        new Violation.NumberMissing("p", 3, 3, later),
                        new Violation.NumberMissing("p", 5, 5, later));
    }

    @Test
    void aHashThatIsNotThatOfTheEventBefore() {
        Logged event = logs(3, SUBJECT, 3, first.hash());

        finds(new Violation.ChainBroken(second, event));
    }

    @Test
    void aFirstEventThatNamesOneBefore() {
        Logged event = logs(3, OTHER, 1, second.hash());

        finds(new Violation.ChainBroken(null, event));
    }
}
