package tracker.api.peers;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tracker.streams.runtime.Owners;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.runtime.ViewGenerations;
import tracker.streams.topology.PlanPartitioner;

/** Where plans are: their views on one node, the answers to their commands on one, be it the same or another. */
@Singleton
public final class Places {
    private final TrackerStreams streams;

    Places(TrackerStreams streams) {
        this.streams = streams;
    }

    /** Whether there may be nodes but this one. */
    public boolean hasPeers() {
        return streams.owners().isPresent();
    }

    /** Where what is known of the plan is. */
    public Place ofPlan(String plan) {
        return ofPartition(PlanPartitioner.partition(plan, streams.partitions()));
    }

    /** Where the views of that partition of the log are. */
    public Place ofPartition(int partition) {
        return isHere(partition)
                ? new Place.Here()
                : other(streams.viewOwner(streams.views().activeNumber(), partition));
    }

    /** Where the answers to the plan's commands are. */
    public Place ofCommands(String plan) {
        int partition = PlanPartitioner.partition(plan, streams.partitions());
        return streams.commands().filter(commands -> commands.holds(partition)).isPresent()
                ? new Place.Here()
                : other(streams.commandOwner(partition));
    }

    /** The partitions whose views are here. */
    public Set<Integer> partitionsHere() {
        ViewGenerations.Active active = streams.views().active();
        return active == null ? Set.of() : active.views().partitions();
    }

    /** The addresses of the other nodes that keep views. */
    public Set<String> others() {
        return others(streams.views().activeNumber());
    }

    /** Those that keep some of that generation. */
    Set<String> others(int generation) {
        String self = streams.owners().map(Owners::self).orElse("");
        return streams.viewOwners(generation).stream()
                .filter(address -> !address.equals(self))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which other node has the plan in that generation. */
    Place ofPlan(int generation, String plan) {
        return other(streams.viewOwner(generation, PlanPartitioner.partition(plan, streams.partitions())));
    }

    public int partitions() {
        return streams.partitions();
    }

    private boolean isHere(int partition) {
        ViewGenerations.Active active = streams.views().active();
        return active != null && active.views().holds(partition);
    }

    /** A node that was named and does not hold it any more, or not yet, is this one. */
    private Place other(Optional<String> owner) {
        String self = streams.owners().map(Owners::self).orElse("");
        return owner.filter(address -> !address.equals(self))
                .<Place>map(Place.At::new)
                .orElseGet(Place.Moving::new);
    }
}
