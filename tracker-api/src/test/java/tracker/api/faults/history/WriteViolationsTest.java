package tracker.api.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static tracker.api.faults.history.Scene.OTHER;
import static tracker.api.faults.history.Scene.SUBJECT;

import java.util.List;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome;
import tracker.api.http.Problem;

/** What is wrong with a log or a write is found, and nothing else is. */
class WriteViolationsTest {
    private static final Outcome UNKNOWN = new Outcome.Unknown("cut off");

    private final Scene scene = new Scene();

    private <T extends Violation> ObjectAssert<T> only(Class<T> kind) {
        return assertThat(scene.verdict().violations()).singleElement().asInstanceOf(type(kind));
    }

    private static Outcome refused(Problem.Type type, Long currentVersion) {
        return new Outcome.Refused(type.uri(), currentVersion);
    }

    @Test
    void nothingIsFoundWhereAllIsWell() {
        scene.begins(2).breaks().writes("k", 2L);
        scene.writes("never arrived", 3L, UNKNOWN).writes("arrived", 3L, UNKNOWN);
        scene.logs(SUBJECT, "arrived", "c3");
        scene.writes("late", 3L, refused(Problem.Type.STALE_VERSION, 4L));
        scene.reads(3L, 4L, 4L).opens(0).receives(1, 2).opens(2).receives(3, 4);

        Verdict verdict = scene.verdict();

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.summary()).isEqualTo("faults: 1, operations: 7, violations: 0");
    }

    @Test
    void anAnsweredWriteThatIsNotInTheLog() {
        scene.begins(1).writes("k", 1L, new Outcome.Answered(List.of("c1.2"), 2, 2));

        only(Violation.LostWrite.class)
                .extracting(Violation.LostWrite::missingId)
                .isEqualTo("c1.2");
        assertThat(scene.verdict().summary()).isEqualTo("faults: 0, operations: 1, violations: 1 {LostWrite=1}");
    }

    @Test
    void anAnsweredWriteThatIsInTheLogAtAnotherVersion() {
        Logged event = scene.begins(1).logs(SUBJECT, "k", "c1");
        scene.writes("k", null, new Outcome.Answered(List.of(event.id()), 3, 2));

        only(Violation.AlteredWrite.class)
                .extracting(Violation.AlteredWrite::event)
                .isEqualTo(event);
    }

    @Test
    void anAnsweredWriteThatIsInTheLogUnderAnotherKey() {
        Logged event = scene.begins(1).logs(SUBJECT, "another", "c1");
        scene.writes("k", null, Scene.answered(event));

        only(Violation.AlteredWrite.class)
                .extracting(Violation.AlteredWrite::event)
                .isEqualTo(event);
    }

    @Test
    void anAnsweredWriteThatIsInTheLogAtAnotherPosition() {
        Logged event = scene.begins(1).logs(SUBJECT, "k", "c1");
        scene.writes("k", null, new Outcome.Answered(List.of(event.id()), 2, 1));

        only(Violation.AlteredWrite.class);
    }

    @Test
    void anAnsweredWriteThatIsInTheLogOfAnotherSubject() {
        Logged event = scene.begins(1).logs(OTHER, "k", "c1");
        scene.writes("k", null, Scene.answered(event));

        only(Violation.AlteredWrite.class);
    }

    @Test
    void aKeyThatTwoCommandsBroughtToTheLog() {
        scene.begins(1).writes("k", null, UNKNOWN);
        Logged first = scene.logs(SUBJECT, "k", "c1");
        Logged second = scene.logs(SUBJECT, "k", "c2");

        only(Violation.DoubledWrite.class)
                .extracting(Violation.DoubledWrite::events)
                .isEqualTo(List.of(first, second));
    }

    @Test
    void twoEventsOfAWriteThatWasAnsweredWithOne() {
        long write = scene.begins(1).writing(null, null);
        Logged first = scene.logs(SUBJECT, null, "c1");
        Logged second = scene.logs(SUBJECT, null, "c1");
        scene.ended(write, Scene.answered(first));

        only(Violation.DoubledWrite.class)
                .extracting(Violation.DoubledWrite::events)
                .isEqualTo(List.of(first, second));
    }

    @Test
    void anEventThatIsInTheLogTwice() {
        Logged first = scene.begins(1).logs(SUBJECT, null, "c1");
        scene.logs(new Logged(3, first.id(), "c1", SUBJECT, 3, "hash 3", first.hash(), null));

        only(Violation.DoubledWrite.class);
    }

    @Test
    void whatFollowsFromAWriteIsNoDouble() {
        long write = scene.begins(1).writing("k", 1L);
        Logged report = scene.logs(SUBJECT, "k", "c1");
        Logged warning = scene.logs(SUBJECT, "k", "c1");
        Logged elsewhere = scene.logs(OTHER, "k", "c1");
        scene.ended(
                write,
                new Outcome.Answered(List.of(report.id(), warning.id()), warning.version(), elsewhere.position()));

        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void aDefiniteRefusalThatIsInTheLog() {
        scene.begins(1).logs(SUBJECT, "k", "c1");
        scene.writes("k", null, UNKNOWN).writes("k", null, refused(Problem.Type.INVALID, null));

        only(Violation.RefusedButLogged.class);
    }

    @Test
    void aRequestThatWasNotLetInMayBeAcceptedAnotherTime() {
        scene.begins(1).writes("k", null, refused(Problem.Type.TOO_MANY_REQUESTS, null));
        scene.logs(SUBJECT, "k", "c2");

        only(Violation.RefusedButLogged.class);
        scene.writes("k", null, UNKNOWN);
        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void anotherPayloadUnderTheKeyMayBeRefused() {
        scene.begins(1).writes("k", null);
        scene.ended(scene.writing("k", null, "another"), refused(Problem.Type.INVALID, null));

        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void twoWritesThatWereAcceptedOnOneVersion() {
        scene.begins(1);
        Logged first = scene.writes("k", 1L);
        Logged second = scene.writes("l", 1L);

        only(Violation.TwoWinners.class)
                .extracting(Violation.TwoWinners::events)
                .isEqualTo(List.of(first, second));
    }

    @Test
    void aWriteThatWasAcceptedOnAnotherVersionThanItExpected() {
        Logged event = scene.begins(3).writes("k", 1L);

        only(Violation.UnexpectedVersion.class)
                .extracting(Violation.UnexpectedVersion::event)
                .isEqualTo(event);
    }
}
