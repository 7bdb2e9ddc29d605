package tracker.api.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import tracker.api.faults.history.Entry.Read;

/** What is wrong with what readers and streams saw is found, and nothing else is. */
class ReadViolationsTest {
    private final Scene scene = new Scene().begins(4);

    private <T extends Violation> ObjectAssert<T> only(Class<T> kind) {
        return assertThat(scene.verdict().violations()).singleElement().asInstanceOf(type(kind));
    }

    @Test
    void aReadThatShowsLessThanItsTokenPromises() {
        scene.reads(3L, 2L, null);

        only(Violation.WriteUnseen.class)
                .extracting(found -> found.promised().version())
                .isEqualTo(3L);
    }

    @Test
    void aReadFromBeforeTheTokensPosition() {
        scene.reads(3L, null, 2L);

        only(Violation.WriteUnseen.class);
    }

    @Test
    void aSubjectThatIsNotThereThoughTheTokenPromisesIt() {
        scene.reads(1L, 0L, null);

        only(Violation.WriteUnseen.class);
    }

    @Test
    void aVersionThatGoesBack() {
        scene.reads(null, 3L, null).reads(null, 1L, null);

        only(Violation.WentBack.class)
                .extracting(found -> found.after().version())
                .isEqualTo(1L);
    }

    @Test
    void aPositionThatGoesBack() {
        scene.reads(null, null, 3L).reads(null, null, 1L);

        only(Violation.WentBack.class);
    }

    @Test
    void readsThatOverlapOrAreAnothersOrOfThePastMayShowLess() {
        Read three = new Read("a", 1, 4, Scene.SUBJECT, null, 3L, 3L, "digest", null);
        Read overlapping = new Read("a", 2, 3, Scene.SUBJECT, null, 1L, 1L, "digest", null);
        Read anothers = new Read("b", 5, 6, Scene.SUBJECT, null, 1L, 1L, "digest", null);
        Read ofThePast = new Read("a", 7, 8, Scene.SUBJECT, 4L, 1L, 1L, "digest", "then");
        List<Entry> entries = scene.entries();
        entries.addAll(List.of(three, overlapping, anothers, ofThePast));

        assertThat(new HistoryChecker().check(History.of(entries)).violations()).isEmpty();
    }

    @Test
    void aReadOfAVersionThatIsNotInTheLog() {
        scene.reads(null, 5L, null);

        only(Violation.DirtyRead.class);
    }

    @Test
    void aReadOfAPositionThatIsNotInTheLog() {
        scene.reads(null, null, 5L);

        only(Violation.DirtyRead.class);
    }

    @Test
    void aPastThatIsAnsweredOtherwise() {
        scene.asks("then", 1, "one")
                .asks("then", 1, "one")
                .asks("later", 2, "two")
                .asks("then", 1, "another");

        only(Violation.PastChanged.class)
                .extracting(found -> found.after().digest())
                .isEqualTo("another");
    }

    @Test
    void anEventOfAStreamThatHasAnotherHashInTheLog() {
        scene.opens(0).receives(1, "seed0.1", "another hash");

        only(Violation.DirtyRead.class)
                .extracting(found -> found.logged().hash())
                .isEqualTo("hash 1");
    }

    @Test
    void anEventOfAStreamThatIsNotInTheLog() {
        scene.opens(4).receives(5, "c.5", "hash 5");

        only(Violation.DirtyRead.class).extracting(Violation.DirtyRead::logged).isNull();
    }

    @Test
    void anEventThatComesAgainAfterAResumption() {
        scene.opens(0).receives(1, 2).opens(2).receives(2, 3);

        only(Violation.StreamTwice.class)
                .extracting(found -> found.item().position())
                .isEqualTo(2L);
    }

    @Test
    void anEventThatComesAgainBecauseItWasAskedFor() {
        scene.opens(0).receives(1, 2, 3).opens(1).receives(2, 3, 4);

        assertThat(scene.verdict().violations()).isEmpty();
    }

    @Test
    void anEventThatComesBehindTheOneAfterIt() {
        scene.opens(0).receives(1, 3, 2, 4);

        only(Violation.StreamOutOfOrder.class)
                .extracting(found -> found.item().position())
                .isEqualTo(2L);
    }

    @Test
    void anEventThatIsLeftOutOnAStream() {
        scene.opens(0).receives(1, 3, 4);

        only(Violation.StreamLeftOut.class)
                .extracting(found -> found.event().position())
                .isEqualTo(2L);
    }

    @Test
    void anEventThatIsLeftOutAcrossAResumption() {
        scene.opens(0).receives(1).opens(1).receives(3);

        only(Violation.StreamLeftOut.class)
                .extracting(found -> found.event().position())
                .isEqualTo(2L);
    }

    @Test
    void anEventThatIsLeftOutUntilItIsAskedForAgain() {
        scene.opens(0).receives(1, 3).opens(1).receives(2, 3, 4);

        only(Violation.StreamLeftOut.class)
                .extracting(found -> found.event().position())
                .isEqualTo(2L);
    }

    @Test
    void aStreamThatIsResumedBehindWhatItReceived() {
        scene.opens(0).receives(1).opens(2).receives(3);

        only(Violation.StreamLeftOut.class);
    }

    @Test
    void aStreamNeedNotBeginAtTheBeginningNorHaveComeToTheEnd() {
        scene.opens(2).receives(3);

        assertThat(scene.verdict().violations()).isEmpty();
    }
}
