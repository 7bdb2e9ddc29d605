package tracker.api.faults.history;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Violation.NumberMissing;
import tracker.streams.domain.event.Hash;

/** The log in itself: its numbers have no gaps and come once, and each event names the hash of its subject's one before. */
final class LogCheck implements Check {
    @Override
    public void check(History history, Consumer<Violation> found) {
        Map<String, Count> counts = new HashMap<>();
        Map<String, Logged> before = new HashMap<>();
        for (Logged event : history.log().events()) {
            // A plan's name has no slash, a subject's has: they share the map.
            counts.computeIfAbsent(event.plan(), Count::new).take(event.position(), event, found);
            counts.computeIfAbsent(event.subject(), Count::new).take(event.version(), event, found);
            Logged last = before.put(event.subject(), event);
            if (!event.previousHash().equals(last == null ? Hash.NONE.hex() : last.hash())) {
                found.accept(new Violation.ChainBroken(last, event));
            }
        }
        counts.values().forEach(count -> count.end(found));
    }

    /** Counts from 1. */
    private static final class Count {
        private final String of;
        private final Map<Long, Logged> taken = new HashMap<>();
        /** What was passed over so far, by its first number. */
        private final NavigableMap<Long, NumberMissing> missing = new TreeMap<>();

        private long highest;

        private Count(String of) {
            this.of = of;
        }

        private void take(long number, Logged event, Consumer<Violation> found) {
            Logged earlier = taken.putIfAbsent(number, event);
            if (earlier != null) {
                found.accept(new Violation.NumberTwice(of, earlier, event));
            } else if (number <= highest) {
                found.accept(new Violation.NumberOutOfOrder(of, highest, event));
                came(number);
            } else {
                miss(highest + 1, number - 1, event);
            }
            highest = Math.max(highest, number);
        }

        private void miss(long first, long last, Logged next) {
            if (first <= last) {
                missing.put(first, new NumberMissing(of, first, last, next));
            }
        }

        /** Later than it should have, so not missing any more. */
        private void came(long number) {
            Map.Entry<Long, NumberMissing> around = missing.floorEntry(number);
            if (around != null && number <= around.getValue().last()) {
                missing.remove(around.getKey());
                miss(around.getKey(), number - 1, around.getValue().next());
                miss(number + 1, around.getValue().last(), around.getValue().next());
            }
        }

        private void end(Consumer<Violation> found) {
            missing.values().forEach(found);
        }
    }
}
