package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tracker.streams.audit.TamperingTest.problems;
import static tracker.streams.audit.TamperingTest.refuted;
import static tracker.streams.audit.TamperingTest.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tracker.streams.audit.Finding.Place;
import tracker.streams.audit.Verification.Verified;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Fact;

/** What only signatures, the end and the auditor's own memory can show. */
class SignatureTamperingTest {
    private final GivenLog log = GivenLog.small();
    private final List<Entry> entries = new ArrayList<>(log.entries());
    private final int last = entries.size() - 1;

    @Test
    void aTailThatWasCutIsMissedByTheCheckpointThatCoversIt() {
        // The last event and its checkpoint go, then only the event; the end is made anew.
        Entry checkpoint = entries.remove(last);
        entries.remove(last - 1);
        SignedNote kept = GivenKeys.note(log.checkpoint(1, 9));

        assertThat(problems(refuted(Forgery.archive(entries)))).containsExactly(Problem.UNSIGNED);
        assertThat(problems(refuted(Forgery.archive(entries), kept)))
                .containsExactly(Problem.NOT_EXTENDED, Problem.UNSIGNED);
        entries.add(checkpoint);
        assertThat(refuted(Forgery.archive(entries)).findings())
                .first()
                .extracting(Finding::problem, Finding::place)
                .containsExactly(Problem.TRUNCATED, Place.of(1, 8, 9));
    }

    @Test
    void aTailCutAtACheckpointIsAGenuineOlderLogUnlessALaterCheckpointWasKept() {
        List<Entry> older = entries.subList(0, entries.size() - 5);

        assertThat(verify(Forgery.archive(older))).isInstanceOf(Verified.class);
        assertThat(problems(refuted(Forgery.archive(older), GivenKeys.note(log.checkpoint(1, 9)))))
                .containsExactly(Problem.NOT_EXTENDED);
    }

    @Test
    void aMissingPartitionIsFoundHoweverItIsHidden() {
        entries.removeIf(entry -> entry instanceof Entry.OfEvent event
                ? event.logged().partition() == 1
                : ((Entry.OfCheckpoint) entry).partition() == 1);
        ArchiveHeader one =
                ArchiveHeader.of(GivenLog.ORIGIN, 1, new Scope.Complete(), Instant.EPOCH, Compression.DEFLATE);

        assertThat(problems(refuted(Forgery.archive(entries)))).containsExactly(Problem.PARTITION_MISSING);
        assertThat(problems(refuted(Forgery.archive(one, entries, UnaryOperator.identity()))))
                .containsExactly(Problem.PARTITION_MISSING);
    }

    @Test
    void anEmptyPartitionIsSignedToo() {
        GivenLog half = new GivenLog();
        half.open("alpha", 0);
        List<Entry> kept = new ArrayList<>(half.entries());
        assertThat(problems(refuted(Forgery.archive(kept)))).containsExactly(Problem.PARTITION_MISSING);

        kept.add(checkpoint(1, GivenKeys.note(half.checkpoint(1, 0))));
        assertThat(verify(Forgery.archive(kept))).isInstanceOf(Verified.class);
    }

    @Test
    void aForgedCheckpointIsNotBelieved() {
        Checkpoint end = log.checkpoint(1, 9);
        SignedNote forged = CheckpointSigner.sign(end, List.of(GivenKeys.FORGER));
        SignedNote ours = GivenKeys.note(end);
        SignedNote moved = new SignedNote(log.checkpoint(1, 8).text(), ours.signatures());
        SignedNote both = CheckpointSigner.sign(end, List.of(GivenKeys.FORGER, GivenKeys.OURS));

        assertThat(withLast(checkpoint(1, forged))).containsExactly(Problem.SIGNER_UNKNOWN, Problem.UNSIGNED);
        assertThat(withLast(checkpoint(1, moved))).containsExactly(Problem.SIGNATURE_BAD, Problem.UNSIGNED);
        assertThat(withLast(new Entry.OfCheckpoint(1, "no note")))
                .containsExactly(Problem.CHECKPOINT_MALFORMED, Problem.UNSIGNED);
        entries.set(last, checkpoint(1, both));
        assertThat(verify(Forgery.archive(entries))).isInstanceOf(Verified.class);
    }

    @Test
    void aCheckpointOfAnotherLogOrPartitionIsNone() {
        Checkpoint end = log.checkpoint(1, 9);
        Checkpoint foreign = Checkpoint.of("tracker.events/other", 1, 9, end.root(), Instant.EPOCH);

        assertThat(withLast(checkpoint(1, GivenKeys.note(foreign))))
                .containsExactly(Problem.OTHER_ORIGIN, Problem.UNSIGNED);
        assertThat(withLast(checkpoint(1, GivenKeys.note(log.checkpoint(0, 22)))))
                .containsExactly(Problem.OTHER_ORIGIN, Problem.UNSIGNED);
        assertThat(problems(refuted(Forgery.archive(log.entries()), GivenKeys.note(foreign))))
                .containsExactly(Problem.OTHER_ORIGIN);
    }

    @Test
    void anArchiveOfAnotherLogIsNotThisOne() {
        ArchiveHeader other =
                ArchiveHeader.of("tracker.events/other", 2, new Scope.Complete(), Instant.EPOCH, Compression.NULL);

        assertThat(problems(refuted(Forgery.archive(other, entries, UnaryOperator.identity()))))
                .containsExactly(Problem.OTHER_ORIGIN);
    }

    @Test
    void historyThatWasRewrittenConsistentlyIsSignedByNobody() {
        GivenLog rewritten = new GivenLog();
        rewritten.open("alpha", 0);
        rewritten.open("beta", 0);
        rewritten.open("gamma", 1);
        rewritten.add(1, new SubjectId("gamma", Kind.INDICATOR, "I01"), new Fact.FeedbackAnswered("never said"));
        List<Entry> unsigned = rewritten.entries().stream()
                .filter(entry -> entry instanceof Entry.OfEvent)
                .toList();
        SignedNote kept = GivenKeys.note(log.checkpoint(1, 6));

        assertThat(problems(refuted(Forgery.archive(unsigned)))).containsExactly(Problem.UNSIGNED, Problem.UNSIGNED);
        // Even if the key is stolen: what an auditor kept is not extended.
        assertThat(refuted(Forgery.archive(rewritten.entries()), kept).findings())
                .extracting(Finding::problem, Finding::place)
                .containsExactly(tuple(Problem.NOT_EXTENDED, Place.of(1, 5, 6)));
    }

    @Test
    void theEndMustBeThereAndSayWhatThereIs() {
        ArchiveHeader header = Forgery.header(new Scope.Complete(), Compression.DEFLATE);

        assertThat(problems(refuted(Forgery.archive(header, entries, null)))).containsExactly(Problem.END_MISSING);
        assertThat(problems(refuted(Forgery.archive(
                        header, entries, end -> new Entry.End(end.partitions().subList(0, 1), end.fileHash())))))
                .containsExactly(Problem.END_DIFFERS);
        assertThat(problems(refuted(Forgery.archive(
                        header,
                        entries,
                        end -> new Entry.End(
                                end.partitions(), log.checkpoint(0, 1).root())))))
                .containsExactly(Problem.FILE_ALTERED);
    }

    @Test
    void theFileMustBeWhole() {
        byte[] archive = Forgery.archive(entries);

        for (int length = 0; length < archive.length; length += 7) {
            assertThat(problems(refuted(Arrays.copyOf(archive, length))))
                    .containsAnyOf(Problem.FILE_CORRUPT, Problem.END_MISSING);
        }
        assertThat(problems(refuted(Arrays.copyOf(archive, archive.length + 1))))
                .containsExactly(Problem.FILE_CORRUPT);
    }

    private List<Problem> withLast(Entry entry) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.set(last, entry);
        return problems(refuted(Forgery.archive(changed)));
    }

    private static Entry checkpoint(int partition, SignedNote note) {
        return new Entry.OfCheckpoint(partition, note.encoded());
    }
}
