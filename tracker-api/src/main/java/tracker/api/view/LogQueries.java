package tracker.api.view;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tracker.streams.audit.MerkleTree;
import tracker.streams.audit.Nodes;
import tracker.streams.audit.SignedNote;
import tracker.streams.runtime.TopicReader;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.runtime.ViewGeneration;
import tracker.streams.topology.PlanPartitioner;
import tracker.streams.topology.TreeRows;
import tracker.streams.topology.TreeRows.Leaf;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewTopology;

/** What the views know of the log itself, partition by partition: its Merkle tree, and what was signed of it. */
public final class LogQueries {
    private final TrackerStreams streams;

    public LogQueries(TrackerStreams streams) {
        this.streams = streams;
    }

    /** Returns once the views of all nodes show what lay in the log before {@code ends}; {@link NotReadyException} where that takes longer. */
    public void await(TopicReader.Ends ends, Duration within) {
        if (!streams.views().showAll(ends, within)) {
            throw new NotReadyException("the views have not read all of the log yet");
        }
    }

    /** The partition that holds a plan's events. */
    public int partition(String plan) {
        return PlanPartitioner.partition(plan, streams.partitions());
    }

    /** Whether it is this node that holds the plan's events in the views that are read: at any time one node does, but for moments of a move. */
    public boolean isHere(String plan) {
        return isHere(partition(plan));
    }

    /** The same of a partition. */
    public boolean isHere(int partition) {
        return ViewSource.active(streams.views()).views().holds(partition);
    }

    /** The tree over all that the views have read of the partition. */
    public MerkleTree tree(int partition) {
        StateQueries stores = stores();
        long size = TreeRows.size(
                stores.get(ViewTopology.TREE, partition, TreeRows.SIZE).orElse(null));
        return new MerkleTree(new ReadNodes(stores, partition), size);
    }

    /** Empty where no event of that id is in the plan's partition. */
    public Optional<Leaf> leaf(String plan, String eventId) {
        return stores().get(ViewTopology.TREE, plan, TreeRows.event(eventId)).map(Leaf::decode);
    }

    /** An event as it lies in the log; empty where the plan has no such position. */
    public Optional<byte[]> event(String plan, long position) {
        return stores().get(ViewTopology.LOG, plan, ViewKeys.position(plan, position));
    }

    /** A checkpoint and its place among all of its partition, by size first. */
    public record Kept(String place, SignedNote note) {}

    /** The partition's checkpoints, the largest first; {@code below} is the place to go on after, null for the beginning. */
    public List<Kept> checkpoints(int partition, String below, int limit) {
        String last = below == null ? ViewKeys.checkpoint(Long.MAX_VALUE, Long.MAX_VALUE) : below;
        return stores().newest(ViewTopology.CHECKPOINTS, partition, ViewKeys.checkpoint(0, 0), last, limit).stream()
                .filter(row -> !row.key.equals(below))
                .map(row -> new Kept(row.key, SignedNote.parse(new String(row.value, StandardCharsets.UTF_8))))
                .toList();
    }

    /** Of the generation that is read now. */
    private StateQueries stores() {
        ViewGeneration views = ViewSource.active(streams.views()).views();
        if (!views.hasCaughtUp()) {
            throw new NotReadyException("the views are still reading the log that was there at the start");
        }
        return new StateQueries(
                views.streams(), streams.partitions(), views.applied().tasks(), views::partitions);
    }

    private record ReadNodes(StateQueries stores, int partition) implements Nodes {
        @Override
        public byte[] get(int level, long index) {
            return stores.get(ViewTopology.TREE, partition, TreeRows.node(level, index))
                    .orElseThrow(() -> new NotReadyException("the tree is moving to another node"));
        }
    }
}
