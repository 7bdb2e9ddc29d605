package tracker.streams.audit;

import java.util.List;
import java.util.TreeSet;
import tracker.streams.domain.SubjectId;

/** What an archive claims to hold, and so what can be verified of it. */
public sealed interface Scope {
    String COMPLETE = "complete";
    String PLANS = "plans ";
    String FILTERED = "filtered ";

    /** The whole log up to a checkpoint of each partition: everything can be verified. */
    record Complete() implements Scope {
        @Override
        public String text() {
            return COMPLETE;
        }
    }

    /** All events of these plans: chains and orders can be verified from their beginning, the trees cannot. */
    record Plans(List<String> plans) implements Scope {
        public Plans {
            plans = List.copyOf(new TreeSet<>(plans));
            if (plans.isEmpty() || !plans.stream().allMatch(SubjectId::isSlug)) {
                throw new IllegalArgumentException("plans are expected: " + plans);
            }
        }

        @Override
        public String text() {
            return PLANS + String.join(" ", plans);
        }
    }

    /** A choice of events, described for people: links between neighbours in a chain can be verified, and nothing of what is left out. */
    record Filtered(String filter) implements Scope {
        public Filtered {
            if (!Checkpoint.isLine(filter)) {
                throw new IllegalArgumentException("a filter's description is one line");
            }
        }

        @Override
        public String text() {
            return FILTERED + filter;
        }
    }

    /** As an archive's header writes it. */
    String text();

    static Scope parse(String text) {
        if (text.equals(COMPLETE)) {
            return new Complete();
        }
        if (text.startsWith(PLANS)) {
            return new Plans(List.of(text.substring(PLANS.length()).split(" ", -1)));
        }
        if (text.startsWith(FILTERED)) {
            return new Filtered(text.substring(FILTERED.length()));
        }
        throw new IllegalArgumentException("not a scope");
    }
}
