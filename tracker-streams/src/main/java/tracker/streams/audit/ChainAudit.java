package tracker.streams.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tracker.streams.audit.Finding.Place;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/**
 * Follows each subject's chain and each plan's order. Goes on from what it finds, so that one fault is reported once. Keeps a row
 * for each subject and plan, and nothing of the events.
 */
final class ChainAudit {
    private final Findings findings;
    /** Whether the archive claims that nothing of the plans in it is left out. */
    private final boolean gapless;

    private final Map<String, Link> subjects = new HashMap<>();
    private final Map<String, Turn> plans = new HashMap<>();

    /** A subject's last event; {@code hash} is null where its bytes are known to be damaged. */
    private record Link(Place place, Hash hash) {}

    /** A plan's last event. */
    private record Turn(int partition, long position, Instant recordedAt) {}

    ChainAudit(Findings findings, boolean gapless) {
        this.findings = findings;
        this.gapless = gapless;
    }

    long subjects() {
        return subjects.size();
    }

    long plans() {
        return plans.size();
    }

    /** {@code confirmed}: how many events of the partition a checkpoint has shown to be those that were signed. */
    void event(ExaminedEvent examined, long confirmed) {
        LoggedEvent logged = examined.logged();
        Event event = examined.event();
        Place place = Place.of(logged, examined.subject(), event.version());
        if (!logged.key().equals(examined.subject())) {
            findings.add(Problem.KEY_DIFFERS, place, "the record's key is %s".formatted(logged.key()));
        }
        if (logged.timestamp().toEpochMilli() != event.recordedAt().toEpochMilli()) {
            findings.add(
                    Problem.TIMESTAMP_DIFFERS,
                    place,
                    "the record's time is %s, the event's %s".formatted(logged.timestamp(), event.recordedAt()));
        }
        link(subjects.put(examined.subject(), new Link(place, examined.hash())), place, event, confirmed);
        Turn turn = new Turn(logged.partition(), event.position(), event.recordedAt());
        turn(plans.put(event.subject().plan(), turn), place, event);
    }

    /** Where a record should be, by its key: for those whose event cannot be asked. */
    Place place(LoggedEvent logged) {
        Link before = subjects.get(logged.key());
        return Place.of(
                logged, logged.key(), before == null ? 1 : before.place().version() + 1);
    }

    /** Where the last record was found to be. */
    Place last(LoggedEvent logged) {
        Link link = subjects.get(logged.key());
        boolean itself = link != null
                && link.place().partition() == logged.partition()
                && link.place().index() == logged.index();
        return itself ? link.place() : place(logged);
    }

    /** An event that cannot be relied on takes its place in the chain of the subject that its key names. */
    void damaged(LoggedEvent logged) {
        Place place = place(logged);
        subjects.put(logged.key(), new Link(place, null));
        int slash = logged.key().indexOf('/');
        String plan = slash < 0 ? logged.key() : logged.key().substring(0, slash);
        Turn before = plans.getOrDefault(plan, new Turn(logged.partition(), 0, Instant.MIN));
        plans.put(plan, new Turn(before.partition(), before.position() + 1, before.recordedAt()));
    }

    private void link(Link last, Place place, Event event, long confirmed) {
        long before = last == null ? 0 : last.place().version();
        if (event.version() <= before) {
            findings.add(
                    Problem.VERSION_REPEATED,
                    place,
                    "version %d follows version %d, event %d"
                            .formatted(
                                    event.version(),
                                    before,
                                    last == null ? -1 : last.place().index()));
        } else if (event.version() > before + 1) {
            if (gapless) {
                findings.add(
                        Problem.VERSION_GAP,
                        place,
                        "version %d comes where version %d should".formatted(event.version(), before + 1));
            }
        } else if (last == null && !event.previousHash().equals(Hash.NONE)) {
            findings.add(Problem.CHAIN_BROKEN, place, "the subject's first event names a predecessor");
        } else if (last != null && last.hash() != null && !event.previousHash().equals(last.hash())) {
            broken(last.place(), place, confirmed);
        }
    }

    /** Of the two, the later one is at fault only if the earlier one is known to be as it was signed. */
    private void broken(Place earlier, Place later, long confirmed) {
        if (earlier.index() < confirmed) {
            findings.add(
                    Problem.CHAIN_BROKEN,
                    later,
                    "it does not name version %d, event %d, as its predecessor, which is as it was signed"
                            .formatted(earlier.version(), earlier.index()));
        } else {
            findings.add(
                    Problem.CHAIN_BROKEN,
                    earlier,
                    "it is not the predecessor that version %d, event %d, names: it was altered, or that one was"
                            .formatted(later.version(), later.index()));
        }
    }

    private void turn(Turn last, Place place, Event event) {
        long before = last == null ? 0 : last.position();
        if (event.position() <= before) {
            findings.add(
                    Problem.POSITION_REPEATED,
                    place,
                    "position %d follows position %d".formatted(event.position(), before));
        } else if (gapless && event.position() > before + 1) {
            findings.add(
                    Problem.POSITION_GAP,
                    place,
                    "position %d of plan %s comes where position %d should"
                            .formatted(event.position(), event.subject().plan(), before + 1));
        }
        if (last != null && event.recordedAt().isBefore(last.recordedAt())) {
            findings.add(
                    Problem.TIME_GOES_BACK,
                    place,
                    "recorded at %s, the plan's event before at %s".formatted(event.recordedAt(), last.recordedAt()));
        }
        if (last != null && last.partition() != place.partition()) {
            findings.add(
                    Problem.PLAN_DIVIDED,
                    place,
                    "the events of plan %s before lie in partition %d"
                            .formatted(event.subject().plan(), last.partition()));
        }
    }
}
