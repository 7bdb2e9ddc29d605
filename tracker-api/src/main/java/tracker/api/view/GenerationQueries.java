package tracker.api.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Hash;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.runtime.ViewGeneration;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/** The generations of the views that this node runs, held against each other. */
public final class GenerationQueries {
    /** A subject that changes at this very moment is looked at again, a little later, so often. */
    private static final int LOOKS = 5_000;

    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

    private final TrackerStreams streams;
    private final EventCodec codec;

    public GenerationQueries(TrackerStreams streams, EventCodec codec) {
        this.streams = streams;
        this.codec = codec;
    }

    /** {@code standby} is null where no other one runs beside the one that is read. */
    public record Generations(Generation active, Generation standby) {}

    /** {@code positions}: how far each plan is in it. */
    public record Generation(int number, boolean caughtUp, Map<String, Long> positions) {}

    /** Two digests of one plan at one position, and the subjects whose present rows differ at the same version. */
    public record Compared(
            String plan, long position, Hash active, Hash standby, int subjects, List<String> differing) {
        public boolean equal() {
            return active.equals(standby) && differing.isEmpty();
        }
    }

    public Generations generations() {
        return new Generations(
                generation(ViewSource.active(streams.views()).views()),
                streams.views().standby().map(this::generation).orElse(null));
    }

    /** Every plan in both generations, each at a position that both have reached. Empty where there is no second one. */
    public Optional<List<Compared>> compare() {
        return streams.views().standby().map(beside -> {
            ViewSource active = source(ViewSource.active(streams.views()).views());
            ViewSource standby = source(beside);
            standby.requireCaughtUp();
            return active.stores().plans(ViewTopology.STATES).plans().stream()
                    .map(plan -> compare(
                            plan,
                            new PlanRows(active.stores(), codec, plan),
                            new PlanRows(standby.stores(), codec, plan)))
                    .toList();
        });
    }

    private Compared compare(String plan, PlanRows active, PlanRows standby) {
        long position = Math.min(active.position(), standby.position());
        PlanDigest.Taken read = PlanDigest.of(active, codec, position);
        PlanDigest.Taken beside = PlanDigest.of(standby, codec, position);
        List<String> differing = new ArrayList<>();
        read.versions().keySet().stream()
                .filter(subject -> !samePresent(active, standby, subject))
                .map(SubjectId::key)
                .sorted()
                .forEach(differing::add);
        return new Compared(
                plan, position, read.hash(), beside.hash(), read.versions().size(), differing);
    }

    /** State and view of a subject as they are now, once both generations have it at one version. */
    private static boolean samePresent(PlanRows active, PlanRows standby, SubjectId subject) {
        for (int look = 0; look < LOOKS; look++) {
            byte[] read = active.get(ViewTopology.STATES, subject.key()).orElseThrow();
            byte[] beside = standby.get(ViewTopology.STATES, subject.key()).orElse(null);
            if (beside != null && version(read) == version(beside)) {
                return Arrays.equals(read, beside) && sameView(active, standby, subject);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        throw new NotReadyException(subject.key() + " changes too often to be compared");
    }

    private static boolean sameView(PlanRows active, PlanRows standby, SubjectId subject) {
        byte[] read = active.get(ViewTopology.VIEWS, subject.key()).orElse(new byte[0]);
        byte[] beside = standby.get(ViewTopology.VIEWS, subject.key()).orElse(new byte[0]);
        // Newer in one of them by now: the next comparison will see it.
        return Arrays.equals(read, beside) || read.length > 0 && beside.length > 0 && !sameVersion(read, beside);
    }

    private static boolean sameVersion(byte[] read, byte[] beside) {
        return ViewRow.decode(read).version() == ViewRow.decode(beside).version();
    }

    private static long version(byte[] state) {
        return StoredStates.subject(state).head().version();
    }

    private Generation generation(ViewGeneration views) {
        if (!views.hasCaughtUp()) {
            return new Generation(views.number(), false, Map.of());
        }
        Stores stores = source(views).stores();
        Map<String, Long> positions = new TreeMap<>();
        stores.plans(ViewTopology.STATES)
                .plans()
                .forEach(plan -> positions.put(plan, new PlanRows(stores, codec, plan).position()));
        return new Generation(views.number(), true, positions);
    }

    private ViewSource source(ViewGeneration views) {
        return ViewSource.of(views, streams.partitions(), CompletableFuture.completedFuture(Map.of()));
    }
}
