package tracker.streams.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.Given;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.plan.Measure;

/** A log as the write path makes it: three plans on two partitions, each subject chained, each plan in order. */
final class GivenLog {
    static final String ORIGIN = "tracker.events/test";
    static final int PARTITIONS = 2;
    static final EventCodec CODEC = new EventCodec();
    private static final Instant START = Instant.parse("2023-02-01T00:00:00Z");

    private final List<List<LoggedEvent>> partitions = List.of(new ArrayList<>(), new ArrayList<>());
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Hash> hashes = new HashMap<>();

    /** Alpha and beta take turns on partition 0, gamma has partition 1 for itself. */
    static GivenLog small() {
        GivenLog log = new GivenLog();
        log.open("alpha", 0);
        log.open("beta", 0);
        log.open("gamma", 1);
        for (int year = 2018; year < 2022; year++) {
            log.report("alpha", 0, "I01", year);
            log.report("beta", 0, "I01", year);
            log.report("alpha", 0, "I02", year);
            log.report("gamma", 1, "I01", year);
        }
        return log;
    }

    void open(String plan, int partition) {
        add(partition, SubjectId.ofPlan(plan), new Fact.PlanRegistered(Given.plan()));
        for (String indicator : List.of("I01", "I02")) {
            SubjectId subject = new SubjectId(plan, Kind.INDICATOR, indicator);
            add(partition, subject, new Fact.IndicatorDefined(Given.indicator(Measure.LEVEL, "2820", "5000")));
            add(partition, subject, new Fact.ResponsibilityAssigned(Given.lead("economy")));
        }
    }

    void report(String plan, int partition, String indicator, int year) {
        SubjectId subject = new SubjectId(plan, Kind.INDICATOR, indicator);
        add(partition, subject, new Fact.ProgressReported(Given.value(String.valueOf(year), year + ".50")));
    }

    /** Appends what follows for this subject and plan. */
    LoggedEvent add(int partition, SubjectId subject, Fact fact) {
        long position = positions.merge(subject.plan(), 1L, Long::sum);
        Event event = new Event(
                "c" + position + ".1",
                subject,
                versions.merge(subject.key(), 1L, Long::sum),
                position,
                START.plusSeconds(position),
                Given.ECONOMY,
                "as counted",
                "key-" + position,
                "c" + position,
                hashes.getOrDefault(subject.key(), Hash.NONE),
                false,
                fact);
        byte[] encoded = CODEC.encode(event);
        hashes.put(subject.key(), EventCodec.hash(encoded));
        List<LoggedEvent> log = partitions.get(partition);
        LoggedEvent logged = LoggedEvent.of(partition, log.size(), event.recordedAt(), subject.key(), encoded);
        log.add(logged);
        return logged;
    }

    List<LoggedEvent> partition(int partition) {
        return partitions.get(partition);
    }

    /** The checkpoint of the first {@code size} events, as they are here. */
    Checkpoint checkpoint(int partition, int size) {
        GrowingTree tree = new GrowingTree(new Frontier(), 0);
        partitions.get(partition).subList(0, size).forEach(logged -> tree.append(logged.event()));
        return Checkpoint.of(ORIGIN, partition, size, tree.root(), START);
    }

    /** What an archive of the log holds: each partition with a checkpoint after five events, and one after the last. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int size = partitions.get(partition).size();
            for (LoggedEvent logged : partitions.get(partition)) {
                entries.add(new Entry.OfEvent(logged));
                if (logged.index() + 1 == 5 || logged.index() + 1 == size) {
                    entries.add(signed(checkpoint(partition, (int) logged.index() + 1)));
                }
            }
        }
        return entries;
    }

    private static Entry signed(Checkpoint checkpoint) {
        int partition = Integer.parseInt(checkpoint.origin().substring(ORIGIN.length() + 1));
        return new Entry.OfCheckpoint(partition, GivenKeys.note(checkpoint).encoded());
    }
}
