package tracker.api.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Hash;
import tracker.streams.runtime.TrackerStreams;
import tracker.streams.runtime.ViewGeneration;
import tracker.streams.topology.PlanPartitioner;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/** The generations of the views, held against each other: those of this node, and what other nodes have of them. */
public final class GenerationQueries {
    /** A subject that changes at this very moment is looked at again, a little later, so often. */
    private static final int LOOKS = 5_000;

    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

    private final TrackerStreams streams;
    private final EventCodec codec;
    private final GenerationParts elsewhere;

    public GenerationQueries(TrackerStreams streams, EventCodec codec, GenerationParts elsewhere) {
        this.elsewhere = elsewhere;
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
                whole(ViewSource.active(streams.views()).views()),
                streams.views().standby().map(this::whole).orElse(null));
    }

    /** What this node has of a generation that it runs; empty where it does not. */
    public Optional<GenerationParts.Part> here(int number) {
        return running(number).map(this::part);
    }

    /** Of a plan that this node holds in that generation. */
    public GenerationParts.Digest digest(int number, String plan, long position) {
        ViewGeneration views = running(number)
                .filter(one -> one.holds(PlanPartitioner.partition(plan, streams.partitions())))
                .orElseThrow(() -> new NotReadyException("generation " + number + " of " + plan + " is not here"));
        PlanDigest.Taken taken = PlanDigest.of(rows(views, plan), codec, position);
        return new GenerationParts.Digest(taken.hash(), taken.versions().size());
    }

    /** Every plan in both generations, each at a position that both have reached. Empty where there is no second one. */
    public Optional<List<Compared>> compare() {
        ViewGeneration active = ViewSource.active(streams.views()).views();
        return streams.views().standby().map(beside -> {
            Map<String, Long> read = known(active);
            Map<String, Long> built = known(beside);
            return read.keySet().stream()
                    .map(plan -> compare(active, beside, plan, Math.min(read.get(plan), built.getOrDefault(plan, 0L))))
                    .toList();
        });
    }

    private Compared compare(ViewGeneration active, ViewGeneration beside, String plan, long position) {
        int partition = PlanPartitioner.partition(plan, streams.partitions());
        if (active.holds(partition) && beside.holds(partition)) {
            return compare(plan, position, rows(active, plan), rows(beside, plan));
        }
        GenerationParts.Digest read = anywhere(active, plan, position);
        GenerationParts.Digest built = anywhere(beside, plan, position);
        // What is present changes all the time: rows of one version can be held against each other on one node only.
        return new Compared(plan, position, read.hash(), built.hash(), read.subjects(), List.of());
    }

    private GenerationParts.Digest anywhere(ViewGeneration views, String plan, long position) {
        return views.holds(PlanPartitioner.partition(plan, streams.partitions()))
                ? digest(views.number(), plan, position)
                : elsewhere.digest(views.number(), plan, position);
    }

    private Compared compare(String plan, long position, PlanRows active, PlanRows standby) {
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

    /** How far each plan is in a generation that is whole. */
    private Map<String, Long> known(ViewGeneration views) {
        Generation whole = whole(views);
        if (!whole.caughtUp()) {
            throw new NotReadyException("generation " + views.number() + " is still being built, or is moving");
        }
        return whole.positions();
    }

    private Generation whole(ViewGeneration views) {
        List<GenerationParts.Part> parts = new ArrayList<>(elsewhere.others(views.number()));
        parts.add(part(views));
        Set<Integer> partitions = new HashSet<>();
        Map<String, Long> positions = new TreeMap<>();
        parts.forEach(part -> {
            partitions.addAll(part.partitions());
            part.positions().forEach((plan, position) -> positions.merge(plan, position, Math::max));
        });
        boolean caughtUp =
                parts.stream().allMatch(GenerationParts.Part::caughtUp) && partitions.size() == streams.partitions();
        return new Generation(views.number(), caughtUp, caughtUp ? positions : Map.of());
    }

    private GenerationParts.Part part(ViewGeneration views) {
        if (!views.hasCaughtUp()) {
            return new GenerationParts.Part(false, Set.of(), Map.of());
        }
        PlansHere here = source(views).stores().plans(ViewTopology.STATES);
        Map<String, Long> positions = new TreeMap<>();
        here.plans().forEach(plan -> positions.put(plan, rows(views, plan).position()));
        return new GenerationParts.Part(true, here.partitions(), positions);
    }

    private Optional<ViewGeneration> running(int number) {
        return Stream.concat(Stream.of(ViewSource.active(streams.views()).views()), streams.views().standby().stream())
                .filter(views -> views.number() == number)
                .findFirst();
    }

    private PlanRows rows(ViewGeneration views, String plan) {
        return new PlanRows(source(views).stores(), codec, plan);
    }

    private ViewSource source(ViewGeneration views) {
        return ViewSource.of(views, streams.partitions(), CompletableFuture.completedFuture(Map.of()));
    }
}
