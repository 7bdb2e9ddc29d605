package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tracker.streams.audit.Finding.Place;
import tracker.streams.audit.Verification.Refuted;
import tracker.streams.audit.Verification.Verified;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;

/** A forger changes one thing, and makes everything fit that needs no key. */
class TamperingTest {
    private final GivenLog log = GivenLog.small();
    private final List<Entry> entries = new ArrayList<>(log.entries());

    @Test
    void anUntouchedArchiveIsVerified() {
        SignedNote earlier = GivenKeys.note(log.checkpoint(1, 3));

        assertThat(verify(Forgery.archive(entries), earlier)).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.treesVerified()).isTrue();
            assertThat(verified.counts()).isEqualTo(new Verification.Counts(31, 3, 9));
            assertThat(verified.partitions().get(1).latest().checkpoint()).isEqualTo(log.checkpoint(1, 9));
            assertThat(verified.partitions().get(1).latest().signers()).containsExactly("PeterNeumann");
            assertThat(verified.partitions().get(1).checkpoints()).isEqualTo(2);
        });
    }

    @Test
    void checkpointsMayComeBeforeTheirEvents() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort((one, other) -> Boolean.compare(one instanceof Entry.OfEvent, other instanceof Entry.OfEvent));

        assertThat(verify(Forgery.archive(sorted))).isInstanceOf(Verified.class);
    }

    @Test
    void anAlteredEventIsNamedByTheOneThatFollowsIt() {
        // alpha's I01 is defined by event 1, version 1; version 2 follows it.
        int place = event(0, 1);
        alterEvent(place, event -> with(event, event.version(), event.position(), event.recordedAt(), "altered"));

        Refuted refuted = refuted(Forgery.archive(entries));

        assertThat(problems(refuted)).contains(Problem.CHAIN_BROKEN, Problem.ROOT_DIFFERS);
        assertThat(refuted.firstBad()).contains(new Place(0, 1, 2, "alpha/indicator/I01", 1));
    }

    @Test
    void anAlteredEventThatNoneFollowsIsFoundByTheRoot() {
        int last = log.partition(0).size() - 1;
        alterEvent(
                event(0, last), event -> with(event, event.version(), event.position(), event.recordedAt(), "altered"));

        Refuted refuted = refuted(Forgery.archive(entries));

        assertThat(problems(refuted)).containsExactly(Problem.ROOT_DIFFERS, Problem.UNSIGNED);
        assertThat(refuted.firstBad()).contains(new Place(0, 5, last + 1, null, 0));
    }

    @Test
    void anEventThatNamesAWrongPredecessorIsNamedWhereThatOneWasSigned() {
        // gamma's I02: version 2 is event 4, the checkpoint of 5 covers it.
        log.report("gamma", 1, "I02", 2021);
        List<Entry> grown = new ArrayList<>(log.entries());
        int place = event(grown, 1, 9);
        grown.set(place, altered(grown.get(place), event -> withPredecessor(event, EventCodec.hash(new byte[0]))));

        Refuted refuted = refuted(Forgery.archive(grown));

        assertThat(problems(refuted)).contains(Problem.CHAIN_BROKEN);
        assertThat(refuted.firstBad()).contains(new Place(1, 9, 10, "gamma/indicator/I02", 3));
    }

    @Test
    void versionsPositionsAndTimesMustFollow() {
        Event event = decode(event(0, 12));
        Instant earlier = event.recordedAt().minusSeconds(60);

        assertThat(altered(0, 12, with(event, event.version() + 1, event.position(), event.recordedAt(), null)))
                .contains(Problem.VERSION_GAP);
        assertThat(altered(0, 12, with(event, event.version() - 1, event.position(), event.recordedAt(), null)))
                .contains(Problem.VERSION_REPEATED);
        assertThat(altered(0, 12, with(event, event.version(), event.position() + 1, event.recordedAt(), null)))
                .contains(Problem.POSITION_GAP);
        assertThat(altered(0, 12, with(event, event.version(), event.position() - 1, event.recordedAt(), null)))
                .contains(Problem.POSITION_REPEATED);
        assertThat(altered(0, 12, with(event, event.version(), event.position(), earlier, null)))
                .contains(Problem.TIME_GOES_BACK, Problem.TIMESTAMP_DIFFERS);
    }

    @Test
    void aDroppedEventIsMissed() {
        entries.remove(event(0, 6));
        assertThat(refuted(Forgery.archive(entries)).findings().get(0))
                .isEqualTo(new Finding(Problem.INDEX_GAP, Place.of(0, 6, 7), "event 7 comes where event 6 should"));

        renumber(0);
        assertThat(problems(refuted(Forgery.archive(entries))))
                .contains(Problem.POSITION_GAP, Problem.VERSION_GAP, Problem.TRUNCATED);
    }

    @Test
    void anAddedEventThatContinuesEveryChainIsNotInTheTree() {
        LoggedEvent added =
                log.add(1, new SubjectId("gamma", Kind.INDICATOR, "I02"), new Fact.FeedbackAnswered("added"));

        // Before the last checkpoint, and after it.
        entries.add(entries.size() - 1, new Entry.OfEvent(added));
        assertThat(problems(refuted(Forgery.archive(entries))))
                .containsExactly(Problem.CHECKPOINT_LATE, Problem.UNSIGNED);
        Collections.swap(entries, entries.size() - 1, entries.size() - 2);
        Refuted refuted = refuted(Forgery.archive(entries));
        assertThat(problems(refuted)).containsExactly(Problem.UNSIGNED);
        assertThat(refuted.firstBad()).contains(Place.of(1, 9, 10));
    }

    @Test
    void swappedEventsAreFoundEvenOfDifferentPlans() {
        // Events 10 and 11 are of alpha and beta: no chain and no order of a plan is hurt.
        Collections.swap(entries, event(0, 10), event(0, 11));
        assertThat(problems(refuted(Forgery.archive(entries)))).contains(Problem.INDEX_GAP, Problem.INDEX_REPEATED);

        renumber(0);
        Refuted refuted = refuted(Forgery.archive(entries));
        assertThat(problems(refuted)).containsExactly(Problem.ROOT_DIFFERS, Problem.UNSIGNED);
        assertThat(refuted.firstBad()).contains(Place.of(0, 5, 22));
    }

    @Test
    void aPlanLiesInOnePartition() {
        log.add(0, new SubjectId("gamma", Kind.INDICATOR, "I02"), new Fact.FeedbackAnswered("elsewhere"));
        List<Entry> divided = new ArrayList<>(log.entries());
        divided.sort((one, other) -> Integer.compare(partition(other), partition(one)));

        assertThat(problems(refuted(Forgery.archive(divided)))).containsExactly(Problem.PLAN_DIVIDED);
    }

    private List<Problem> altered(int partition, int index, Event event) {
        List<Entry> changed = new ArrayList<>(entries);
        int place = event(partition, index);
        changed.set(place, altered(changed.get(place), was -> event));
        return problems(refuted(Forgery.archive(changed)));
    }

    private void alterEvent(int place, UnaryOperator<Event> change) {
        entries.set(place, altered(entries.get(place), change));
    }

    /** The key and the record's time stay, as they do where the forger has only the event. */
    private static Entry altered(Entry entry, UnaryOperator<Event> change) {
        LoggedEvent logged = ((Entry.OfEvent) entry).logged();
        byte[] encoded = GivenLog.CODEC.encode(change.apply(GivenLog.CODEC.decode(logged.event())));
        return new Entry.OfEvent(
                LoggedEvent.of(logged.partition(), logged.index(), logged.timestamp(), logged.key(), encoded));
    }

    private static Event with(Event event, long version, long position, Instant recordedAt, String reason) {
        return new Event(
                event.id(),
                event.subject(),
                version,
                position,
                recordedAt,
                event.actor(),
                reason,
                event.idempotencyKey(),
                event.commandId(),
                event.previousHash(),
                event.simulated(),
                event.fact());
    }

    private static Event withPredecessor(Event event, Hash hash) {
        return new Event(
                event.id(),
                event.subject(),
                event.version(),
                event.position(),
                event.recordedAt(),
                event.actor(),
                event.reason(),
                event.idempotencyKey(),
                event.commandId(),
                hash,
                event.simulated(),
                event.fact());
    }

    private void renumber(int partition) {
        long index = 0;
        for (int place = 0; place < entries.size(); place++) {
            if (entries.get(place) instanceof Entry.OfEvent event
                    && event.logged().partition() == partition) {
                LoggedEvent logged = event.logged();
                set(place, LoggedEvent.of(partition, index++, logged.timestamp(), logged.key(), logged.event()));
            }
        }
    }

    private void set(int place, LoggedEvent logged) {
        entries.set(place, new Entry.OfEvent(logged));
    }

    private LoggedEvent logged(int place) {
        return ((Entry.OfEvent) entries.get(place)).logged();
    }

    private Event decode(int place) {
        return GivenLog.CODEC.decode(logged(place).event());
    }

    private int event(int partition, int index) {
        return event(entries, partition, index);
    }

    private static int event(List<Entry> entries, int partition, int index) {
        for (int place = 0; place < entries.size(); place++) {
            if (entries.get(place) instanceof Entry.OfEvent event
                    && event.logged().partition() == partition
                    && event.logged().index() == index) {
                return place;
            }
        }
        throw new AssertionError("no such event");
    }

    private static int partition(Entry entry) {
        return entry instanceof Entry.OfEvent event
                ? event.logged().partition()
                : ((Entry.OfCheckpoint) entry).partition();
    }

    static Verification verify(byte[] archive, SignedNote... earlier) {
        try {
            return new ArchiveVerifier(GivenLog.CODEC, GivenKeys.trust(earlier))
                    .verify(new ByteArrayInputStream(archive));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    static Refuted refuted(byte[] archive, SignedNote... earlier) {
        Verification verification = verify(archive, earlier);
        assertThat(verification).isInstanceOf(Refuted.class);
        return (Refuted) verification;
    }

    static List<Problem> problems(Refuted refuted) {
        return refuted.findings().stream().map(Finding::problem).toList();
    }
}
