package tracker.api.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static tracker.api.faults.history.Scene.SUBJECT;

import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome;
import tracker.api.http.Problem;

/** Who was refused as stale and cannot have been is found, and who may have been is not. */
class StaleViolationsTest {
    private static final Outcome UNKNOWN = new Outcome.Unknown("cut off");

    private final Scene scene = new Scene();

    private <T extends Violation> ObjectAssert<T> only(Class<T> kind) {
        return assertThat(scene.verdict().violations()).singleElement().asInstanceOf(type(kind));
    }

    private static Outcome refused(Long currentVersion) {
        return new Outcome.Refused(Problem.Type.STALE_VERSION.uri(), currentVersion);
    }

    @Test
    void aStaleWriteOfTheVersionThatWasCurrentAllTheTime() {
        scene.begins(1).reads(null, 1L, null).writes("k", 1L, refused(null));
        Logged next = scene.writes("l", null);

        only(Violation.FalselyStale.class)
                .extracting(Violation.FalselyStale::next)
                .isEqualTo(next);
    }

    @Test
    void aStaleWriteThatIsFollowedByWhatWasSentLaterAndLandedUnheard() {
        scene.begins(1).reads(null, 1L, null).writes("k", 1L, refused(null));
        scene.writes("l", null, UNKNOWN).logs(SUBJECT, "l", "c2");

        only(Violation.FalselyStale.class);
    }

    @Test
    void aStaleWriteThatIsFollowedByOneWithoutAKey() {
        scene.begins(1).reads(null, 1L, null).writes("k", 1L, refused(null));
        scene.writes(null, null);

        only(Violation.FalselyStale.class);
    }

    @Test
    void aStaleWriteMayHaveBeenOvertakenByWhatNoClientAskedFor() {
        scene.begins(1).reads(null, 1L, null).writes("k", 1L, refused(null));
        scene.begins(1);

        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void aStaleWriteMayHaveComeBeforeItsVersion() {
        scene.begins(1).reads(null, 1L, null).writes("k", 2L, refused(1L));
        scene.writes("l", null);

        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void aStaleWriteOfTheVersionThatAnAnswerHadNamed() {
        scene.begins(1).writes("j", null);
        scene.writes("k", 2L, refused(null));

        only(Violation.FalselyStale.class);
    }

    @Test
    void aStaleWriteOfTheVersionThatAStreamHadBrought() {
        scene.begins(1).opens(0).receives(1).writes("k", 1L, refused(null));

        only(Violation.FalselyStale.class);
    }

    @Test
    void aStaleWriteOfASubjectThatWasNotThere() {
        scene.writes("k", 0L, refused(null)).writes("l", 0L);

        only(Violation.FalselyStale.class);
    }

    @Test
    void aStaleWriteThatIsToldOfTheVersionItExpected() {
        scene.begins(1).writes("k", 1L, refused(1L));

        only(Violation.FalselyStale.class);
    }

    @Test
    void aStaleWriteMayHaveBeenOvertakenByWhatIsNotAnsweredYet() {
        scene.begins(1).reads(null, 1L, null);
        long faster = scene.writing("l", null);
        scene.writes("k", 1L, refused(null));
        scene.ended(faster, UNKNOWN);
        scene.logs(SUBJECT, "l", "c1");

        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void aStaleWriteMayHaveBeenDecidedWhenItWasFirstSent() {
        scene.begins(1).writes("k", 2L, UNKNOWN);
        scene.writes("l", null);
        scene.writes("k", 2L, refused(1L));

        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void aStaleWriteThatIsToldOfAVersionThatNeverWas() {
        scene.begins(1).writes("k", 2L, refused(5L));

        only(Violation.DirtyRefusal.class);
    }
}
