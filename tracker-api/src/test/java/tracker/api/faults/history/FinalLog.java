package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tracker.api.faults.history.Entry.Logged;

/** The log as it was in the end, and the ways in which one looks things up in it. Of what is there twice, the first is found. */
final class FinalLog {
    private final List<Logged> events;
    private final Map<String, List<Logged>> byId = new LinkedHashMap<>();
    private final Map<String, List<Logged>> byCommand = new HashMap<>();
    private final Map<KeyOfSubject, List<Logged>> byKey = new LinkedHashMap<>();
    private final Map<String, Map<Long, Logged>> byVersion = new HashMap<>();
    private final Map<String, NavigableMap<Long, Logged>> subjects = new HashMap<>();
    private final Map<String, NavigableMap<Long, Logged>> plans = new HashMap<>();

    /** Idempotency keys belong to one subject each. */
    record KeyOfSubject(String subject, String key) {}

    /** In the order of the log. */
    FinalLog(List<Logged> events) {
        this.events = List.copyOf(events);
        for (Logged event : events) {
            add(byId, event.id(), event);
            add(byCommand, event.command(), event);
            if (event.key() != null) {
                add(byKey, new KeyOfSubject(event.subject(), event.key()), event);
            }
            byVersion
                    .computeIfAbsent(event.subject(), unseen -> new HashMap<>())
                    .putIfAbsent(event.version(), event);
            subjects.computeIfAbsent(event.subject(), unseen -> new TreeMap<>()).putIfAbsent(event.position(), event);
            plans.computeIfAbsent(event.plan(), unseen -> new TreeMap<>()).putIfAbsent(event.position(), event);
        }
    }

    private static <K> void add(Map<K, List<Logged>> map, K key, Logged event) {
        map.computeIfAbsent(key, unseen -> new ArrayList<>(1)).add(event);
    }

    List<Logged> events() {
        return events;
    }

    /** Null where there is none. */
    Logged byId(String id) {
        return byId.containsKey(id) ? byId.get(id).get(0) : null;
    }

    /** For each id its events, of which there should be one. */
    Collection<List<Logged>> byIds() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** For each key of a subject the events of that subject that bear it. */
    Collection<List<Logged>> byKeys() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    /** The subject's events that bear that key: none where the key is null. */
    List<Logged> ofKey(String subject, String key) {
        return byKey.getOrDefault(new KeyOfSubject(subject, key), List.of());
    }

    /** Those of all subjects. */
    List<Logged> ofCommand(String command) {
        return byCommand.getOrDefault(command, List.of());
    }

    /** Null where there is none. */
    Logged version(String subject, long version) {
        return byVersion.getOrDefault(subject, Map.of()).get(version);
    }

    /** Null where there is none. */
    Logged position(String plan, long position) {
        return plans.getOrDefault(plan, Collections.emptyNavigableMap()).get(position);
    }

    /** 0 where the plan has no events. */
    long lastPosition(String plan) {
        NavigableMap<Long, Logged> positions = plans.getOrDefault(plan, Collections.emptyNavigableMap());
        return positions.isEmpty() ? 0 : positions.lastKey();
    }

    /** The subject's latest event up to that position of its plan; null where it has none. */
    Logged latest(String subject, long position) {
        Map.Entry<Long, Logged> latest =
                subjects.getOrDefault(subject, Collections.emptyNavigableMap()).floorEntry(position);
        return latest == null ? null : latest.getValue();
    }
}
