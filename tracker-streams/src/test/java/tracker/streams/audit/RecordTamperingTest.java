package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.audit.TamperingTest.problems;
import static tracker.streams.audit.TamperingTest.refuted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tracker.streams.audit.Finding.Place;
import tracker.streams.audit.Verification.Refuted;

/** What an archive says around an event, and bytes that are none. */
class RecordTamperingTest {
    private final GivenLog log = GivenLog.small();
    /** The archive begins with partition 0: its first events are at their indices. */
    private final List<Entry> entries = new ArrayList<>(log.entries());

    @Test
    void theRecordMustBeTheEvents() {
        int place = 3;
        LoggedEvent logged = log.partition(0).get(place);

        set(place, LoggedEvent.of(0, 3, logged.timestamp(), "alpha/indicator/I01", logged.event()));
        assertThat(problems(refuted(Forgery.archive(entries)))).containsExactly(Problem.KEY_DIFFERS);
        set(place, LoggedEvent.of(0, 3, logged.timestamp().plusMillis(1), logged.key(), logged.event()));
        assertThat(problems(refuted(Forgery.archive(entries)))).containsExactly(Problem.TIMESTAMP_DIFFERS);
        set(place, LoggedEvent.of(7, 3, logged.timestamp(), logged.key(), logged.event()));
        assertThat(problems(refuted(Forgery.archive(entries)))).contains(Problem.PARTITION_UNKNOWN);
        set(place, LoggedEvent.of(0, 3, logged.timestamp(), logged.key(), new byte[] {1, 2, 3}));
        Refuted refuted = refuted(Forgery.archive(entries));
        assertThat(problems(refuted)).startsWith(Problem.EVENT_UNDECODABLE);
        assertThat(refuted.firstBad()).contains(new Place(0, 3, 4, "alpha/indicator/I02", 1));
    }

    @Test
    void aDamagedRecordIsNamedAndNothingElseIsBlamed() {
        int place = 3;
        LoggedEvent logged = log.partition(0).get(place);
        byte[] damaged = logged.event().clone();
        damaged[damaged.length - 1] ^= 1;
        set(place, new LoggedEvent(0, 3, logged.timestamp(), logged.key(), damaged, logged.crc()));

        Refuted refuted = refuted(Forgery.archive(entries));

        assertThat(problems(refuted))
                .containsExactly(Problem.EVENT_DAMAGED, Problem.ROOT_DIFFERS, Problem.ROOT_DIFFERS, Problem.UNSIGNED);
        assertThat(refuted.firstBad()).contains(new Place(0, 3, 4, "alpha/indicator/I02", 1));
    }

    @Test
    void anEventThatIsWellFormedAndMakesNoSenseIsAFindingToo() {
        LoggedEvent logged = log.partition(0).get(0);
        String text = new String(logged.event(), StandardCharsets.ISO_8859_1).replace("Shanghai", "Shanghaj");
        byte[] nowhere = text.getBytes(StandardCharsets.ISO_8859_1);
        set(0, LoggedEvent.of(0, 0, logged.timestamp(), logged.key(), nowhere));

        Refuted refuted = refuted(Forgery.archive(entries));

        assertThat(problems(refuted)).startsWith(Problem.EVENT_UNDECODABLE);
        assertThat(refuted.firstBad()).contains(new Place(0, 0, 1, "alpha/plan/alpha", 1));
    }

    private void set(int place, LoggedEvent logged) {
        entries.set(place, new Entry.OfEvent(logged));
    }
}
