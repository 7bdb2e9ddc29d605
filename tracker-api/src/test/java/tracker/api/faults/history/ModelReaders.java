package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.StreamItem;
import tracker.api.faults.history.Entry.StreamOpened;

/** Those who read of a tracker that is never wrong: its views are behind its log as they may be, and its streams are cut. */
final class ModelReaders {
    private final ModelTracker tracker;
    private final List<Entry> entries;
    private final AtomicLong clock;
    private final Map<String, Long> tokens = new HashMap<>();
    private final List<Read> reading = new ArrayList<>();
    /** How far each plan's views are. */
    private final Map<String, Long> views = new HashMap<>();

    private final Map<String, Long> streams = new HashMap<>();

    /** What is read is added to {@code entries}. */
    ModelReaders(ModelTracker tracker, List<Entry> entries, AtomicLong clock) {
        this.tracker = tracker;
        this.entries = entries;
        this.clock = clock;
    }

    /** By that many events, as far as there are any. */
    void catchUp(String plan, long many) {
        long seen = views.getOrDefault(plan, 0L);
        views.put(plan, seen + Math.min(many, tracker.position(plan) - seen));
    }

    void takeToken(int client, String plan, long position) {
        tokens.merge(client + plan, position, Math::max);
    }

    /** What it shows is settled at its beginning, whenever it ends. */
    void read(int client, String subject, boolean withToken) {
        String plan = Entry.planOf(subject);
        Long token = withToken ? tokens.get(client + plan) : null;
        long position = views.merge(plan, token == null ? 0 : token, Math::max);
        reading.add(read(client, subject, token, position, null));
    }

    void endRead(int chance) {
        if (!reading.isEmpty()) {
            entries.add(ended(Simulation.take(reading, chance)));
        }
    }

    void askOfThePast(int client, String subject, int chance) {
        long position = tracker.position(Entry.planOf(subject));
        if (position > 0) {
            long then = 1 + chance % Math.min(position, 20);
            entries.add(ended(read(client, subject, position, then, "position " + then)));
        }
    }

    private Read read(int client, String subject, Long token, long position, String asOf) {
        long version = tracker.version(subject, position);
        String digest = subject + " at " + version;
        return new Read(
                "client " + client,
                clock.getAndIncrement(),
                clock.get(),
                subject,
                token,
                version,
                position,
                digest,
                asOf);
    }

    private Read ended(Read read) {
        return new Read(
                read.client(),
                read.invokedAt(),
                clock.getAndIncrement(),
                read.subject(),
                read.token(),
                read.version(),
                read.position(),
                read.digest(),
                read.asOf());
    }

    void stream(int client, String plan, int many) {
        String name = "stream " + client + " of " + plan;
        if (!streams.containsKey(name)) {
            cut(client, plan);
        }
        List<Logged> log = tracker.plan(plan);
        for (int taken = 0; taken < many && streams.get(name) < log.size(); taken++) {
            Logged event = log.get(streams.get(name).intValue());
            entries.add(new StreamItem(name, clock.getAndIncrement(), event.position(), event.id(), event.hash()));
            streams.put(name, event.position());
        }
    }

    void cut(int client, String plan) {
        String name = "stream " + client + " of " + plan;
        entries.add(new StreamOpened(name, plan, clock.getAndIncrement(), streams.merge(name, 0L, Math::max)));
    }
}
