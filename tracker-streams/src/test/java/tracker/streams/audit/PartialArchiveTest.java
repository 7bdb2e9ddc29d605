package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.audit.TamperingTest.problems;
import static tracker.streams.audit.TamperingTest.refuted;
import static tracker.streams.audit.TamperingTest.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tracker.streams.audit.Verification.Verified;

/** A choice of events is verified for what it claims, and the result says that this is less. */
class PartialArchiveTest {
    private static final Scope BETA = new Scope.Plans(List.of("beta"));
    private static final Scope REPORTS = new Scope.Filtered("kind = indicator, from 2023-02-01 on");
    private final GivenLog log = GivenLog.small();

    @Test
    void thePlansOfAnArchiveAreVerifiedFromTheirBeginning() {
        List<Entry> beta = only(logged -> logged.key().startsWith("beta/"));

        assertThat(verify(archive(BETA, beta))).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.treesVerified()).isFalse();
            assertThat(verified.header().scope()).isEqualTo(BETA);
            assertThat(verified.counts()).isEqualTo(new Verification.Counts(9, 1, 3));
            assertThat(verified.partitions().get(0).root()).isNull();
            assertThat(verified.summary().events()).isEqualTo(9);
            assertThat(verified.summary().treesVerified()).isFalse();
        });
        beta.remove(3);
        assertThat(problems(refuted(archive(BETA, beta)))).contains(Problem.POSITION_GAP);
    }

    @Test
    void onlyThePlansOfTheArchiveAreInIt() {
        assertThat(problems(refuted(archive(BETA, only(logged -> logged.partition() == 0)))))
                .containsOnly(Problem.OUT_OF_SCOPE);
    }

    @Test
    void neighboursInAChainAreVerifiedAndWhatIsLeftOutIsNot() {
        List<Entry> some = only(logged -> logged.key().contains("indicator"));
        assertThat(verify(archive(REPORTS, some))).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.treesVerified()).isFalse();
            assertThat(verified.summary().treesVerified()).isFalse();
            assertThat(verified.partitions()).allMatch(part -> part.root() == null && part.latest() == null);
            assertThat(verified.summary().treesVerified()).isFalse();
        });

        some.remove(3);
        assertThat(verify(archive(REPORTS, some))).isInstanceOf(Verified.class);
        some.set(4, some.get(5));
        assertThat(problems(refuted(archive(REPORTS, some))))
                .contains(Problem.INDEX_REPEATED, Problem.VERSION_REPEATED, Problem.POSITION_REPEATED);
    }

    @Test
    void aCheckpointInAPartialArchiveIsCountedAndProvesNothing() {
        List<Entry> beta = only(logged -> logged.key().startsWith("beta/"));
        beta.add(new Entry.OfCheckpoint(0, GivenKeys.note(log.checkpoint(0, 5)).encoded()));

        assertThat(verify(archive(BETA, beta))).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.treesVerified()).isFalse();
            assertThat(verified.partitions().get(0).checkpoints()).isEqualTo(1);
            assertThat(verified.partitions().get(0).latest()).isNull();
        });
    }

    @Test
    void aScopeIsReadAsItIsWritten() {
        for (Scope scope : List.of(BETA, REPORTS, new Scope.Complete(), new Scope.Plans(List.of("b", "a", "b")))) {
            assertThat(Scope.parse(scope.text())).isEqualTo(scope);
        }
    }

    private List<Entry> only(Predicate<LoggedEvent> wanted) {
        List<Entry> entries = new ArrayList<>();
        for (int partition = 0; partition < GivenLog.PARTITIONS; partition++) {
            log.partition(partition).stream().filter(wanted).forEach(logged -> entries.add(new Entry.OfEvent(logged)));
        }
        return entries;
    }

    private static byte[] archive(Scope scope, List<Entry> entries) {
        return Forgery.archive(Forgery.header(scope, Compression.DEFLATE), entries, UnaryOperator.identity());
    }
}
