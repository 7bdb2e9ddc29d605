package tracker.streams.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import tracker.streams.audit.Finding.Place;
import tracker.streams.audit.Verification.PartitionState;
import tracker.streams.audit.Verification.SignedCheckpoint;
import tracker.streams.domain.event.Hash;

/** Grows one partition's tree and compares its roots with the checkpoints, each at its size. */
final class PartitionAudit {
    private final int partition;
    private final boolean complete;
    private final Findings findings;
    private final GrowingTree tree = new GrowingTree(new Frontier(), 0);
    /** The checkpoints of sizes that the tree has not reached, by size. */
    private final TreeMap<Long, List<Expected>> expected = new TreeMap<>();

    private long events;
    private long checkpoints;
    private long lastIndex = -1;
    private long confirmed = -1;
    private SignedCheckpoint latest;

    private record Expected(SignedCheckpoint signed, boolean earlier) {}

    PartitionAudit(int partition, boolean complete, Findings findings) {
        this.partition = partition;
        this.complete = complete;
        this.findings = findings;
    }

    /** How many events are known to be those that were signed. */
    long confirmed() {
        return confirmed;
    }

    void event(ExaminedEvent examined, Supplier<Place> place) {
        long index = examined.logged().index();
        if (index <= lastIndex) {
            findings.add(Problem.INDEX_REPEATED, place.get(), "event %d follows event %d".formatted(index, lastIndex));
        } else if (complete && index > lastIndex + 1) {
            findings.add(
                    Problem.INDEX_GAP,
                    Place.of(partition, lastIndex + 1, index),
                    "event %d comes where event %d should".formatted(index, lastIndex + 1));
        }
        lastIndex = index;
        events++;
        if (complete) {
            tree.appendHash(examined.leaf());
            compare();
        }
    }

    /** {@code earlier}: kept by the auditor, not found in the archive. */
    void checkpoint(SignedCheckpoint signed, boolean earlier) {
        if (!complete) {
            return;
        }
        long size = signed.checkpoint().size();
        if (size < tree.size()) {
            findings.add(
                    Problem.CHECKPOINT_LATE,
                    Place.of(partition, size, size + 1),
                    "the checkpoint of %d events comes after %d".formatted(size, tree.size()));
            return;
        }
        expected.computeIfAbsent(size, none -> new ArrayList<>()).add(new Expected(signed, earlier));
        compare();
    }

    /** Checkpoints are counted, good or bad: it is the end that says how many there should be. */
    void countCheckpoint() {
        checkpoints++;
    }

    Entry.PartitionEnd end() {
        return new Entry.PartitionEnd(partition, events, checkpoints, complete ? tree.root() : null);
    }

    PartitionState state() {
        return new PartitionState(partition, events, checkpoints, complete ? tree.root() : null, latest);
    }

    /** What can be said only when no more events come. */
    void finish() {
        expected.values()
                .forEach(list -> list.forEach(left -> findings.add(
                        left.earlier() ? Problem.NOT_EXTENDED : Problem.TRUNCATED,
                        Place.of(
                                partition,
                                tree.size(),
                                left.signed().checkpoint().size()),
                        "there are %d events, and %d when %s was signed"
                                .formatted(
                                        tree.size(), left.signed().checkpoint().size(), name(left)))));
        if (complete && tree.size() == 0 && confirmed < 0) {
            findings.add(
                    Problem.PARTITION_MISSING,
                    Place.of(partition),
                    "it has no event, and no checkpoint says that it is empty");
        } else if (complete && confirmed < tree.size()) {
            findings.add(
                    Problem.UNSIGNED,
                    Place.of(partition, Math.max(confirmed, 0), tree.size()),
                    "no checkpoint that holds covers the events from here to %d".formatted(tree.size() - 1));
        }
    }

    private void compare() {
        while (!expected.isEmpty() && expected.firstKey() == tree.size()) {
            Hash root = tree.root();
            expected.pollFirstEntry().getValue().forEach(due -> compare(due, root));
        }
    }

    private void compare(Expected due, Hash root) {
        if (due.signed().checkpoint().root().equals(root)) {
            confirmed = tree.size();
            latest = due.signed();
            return;
        }
        findings.add(
                due.earlier() ? Problem.NOT_EXTENDED : Problem.ROOT_DIFFERS,
                Place.of(partition, Math.max(confirmed, 0), tree.size()),
                "the first %d events are not those of %s; those before this one are as they were signed"
                        .formatted(tree.size(), name(due)));
    }

    private static String name(Expected expected) {
        return expected.earlier() ? "the earlier checkpoint" : "the checkpoint in the archive";
    }
}
