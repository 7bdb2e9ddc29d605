package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.streams.audit.Verification.Refuted;
import tracker.streams.audit.Verification.Verified;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Fact;

/** Blocks are examined ahead by as many threads as one likes: what is found, and in which order, is the same. */
class ReadAheadTest {
    /** More than is examined ahead at once. */
    private static final int LONG_TEXT = 300_000;

    private final GivenLog log = GivenLog.small();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theSameIsFoundByAnyNumberOfThreads(int threads) throws IOException {
        List<Entry> entries = new ArrayList<>(log.entries());
        for (int place = 3; place < entries.size(); place += 5) {
            damage(entries, place);
        }
        byte[] archive = Forgery.archive(entries);

        Refuted refuted = (Refuted) verify(archive, threads);

        assertThat(refuted.findings()).isEqualTo(((Refuted) verify(archive, 1)).findings());
        assertThat(refuted.findings().stream()
                        .filter(finding -> finding.problem() == Problem.EVENT_DAMAGED)
                        .map(finding -> finding.place().index()))
                .containsExactly(3L, 7L, 12L, 17L, 4L, 8L);
    }

    @Test
    void whatComesBeforeACorruptBlockIsFoundFirstThoughTheBlockWasReadAhead() throws IOException {
        List<Entry> entries = new ArrayList<>(log.entries());
        damage(entries, 3);
        byte[] archive = Forgery.archive(entries);
        // The marker of the second block: the first one has been handed to a thread by then.
        byte[] sync = Forgery.header(new Scope.Complete(), Compression.DEFLATE).sync();
        archive[markers(archive, sync).get(2)] ^= 1;

        Refuted refuted = (Refuted) verify(archive, 2);

        assertThat(refuted.findings())
                .extracting(Finding::problem)
                .containsExactly(Problem.EVENT_DAMAGED, Problem.FILE_CORRUPT);
        assertThat(refuted.findings().get(1).place().index()).isEqualTo(3);
    }

    @Test
    void aBlockTooLargeToBeExaminedAheadIsExaminedInItsTurn() throws IOException {
        SubjectId subject = new SubjectId("gamma", Kind.INDICATOR, "I02");
        log.add(1, subject, new Fact.FeedbackAnswered("长".repeat(LONG_TEXT)));
        List<Entry> entries = new ArrayList<>(log.entries());

        assertThat(verify(Forgery.archive(entries), 2)).isInstanceOf(Verified.class);

        damage(entries, entries.size() - 2);
        Refuted refuted = (Refuted) verify(Forgery.archive(entries), 2);
        assertThat(refuted.findings().get(0).problem()).isEqualTo(Problem.EVENT_DAMAGED);
        assertThat(refuted.findings().get(0).place().index()).isEqualTo(9);
    }

    private static void damage(List<Entry> entries, int place) {
        if (entries.get(place) instanceof Entry.OfEvent event) {
            LoggedEvent logged = event.logged();
            entries.set(
                    place,
                    new Entry.OfEvent(new LoggedEvent(
                            logged.partition(),
                            logged.index(),
                            logged.timestamp(),
                            logged.key(),
                            logged.event(),
                            logged.crc() + 1)));
        }
    }

    private static List<Integer> markers(byte[] archive, byte[] sync) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place + sync.length <= archive.length; place++) {
            if (Arrays.equals(archive, place, place + sync.length, sync, 0, sync.length)) {
                places.add(place);
            }
        }
        return places;
    }

    private static Verification verify(byte[] archive, int threads) throws IOException {
        return new ArchiveVerifier(GivenLog.CODEC, GivenKeys.trust(), threads)
                .verify(new ByteArrayInputStream(archive));
    }
}
