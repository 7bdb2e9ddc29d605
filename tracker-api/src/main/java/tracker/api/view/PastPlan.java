package tracker.api.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.view.Contribution;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.Tally;
import tracker.streams.domain.view.Views;
import tracker.streams.domain.view.WarningEntry;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/**
 * A plan as it was known at a moment: every event recorded up to then, that included, and none after. Views are read as they were
 * stored then; states are folded from the snapshot before, so that the cost of each does not grow with its history.
 */
final class PastPlan implements PlanReads {
    private final PlanRows rows;
    private final Instant at;
    private final Head latest;
    private final ViewJson json;
    private final PlanState plan;

    private PastPlan(PlanRows rows, Instant at, Head latest, ViewJson json) {
        this.rows = rows;
        this.at = at;
        this.latest = latest;
        this.json = json;
        this.plan = (PlanState) subject(SubjectId.ofPlan(rows.plan())).orElseThrow();
    }

    /** {@code last} is the plan's last position now. Empty where the plan had no event yet. */
    static Optional<PlanReads> of(PlanRows rows, long last, Instant at, ViewJson json) {
        long low = 0;
        long high = last;
        // The last position whose time is not after the moment: times never go back along a plan's log.
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (rows.event(middle).recordedAt().isAfter(at)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(new PastPlan(rows, at, Head.of(rows.event(low)), json));
    }

    @Override
    public PlanState plan() {
        return plan;
    }

    @Override
    public Head latest() {
        return latest;
    }

    @Override
    public Tally tally() {
        return subjects()
                .flatMap(subject -> Views.of(plan, subject).stream())
                .map(Contribution::of)
                .reduce(Tally.EMPTY, Tally::plus);
    }

    @Override
    public Optional<Subject> subject(SubjectId id) {
        return rows.asOf(id, at).map(row -> atVersion(rows, id, ViewKeys.versionIn(row.key)));
    }

    /** A subject as it was at a version that there is. */
    static Subject atVersion(PlanRows rows, SubjectId id, long version) {
        long from = version - version % ViewTopology.SNAPSHOT_EVERY;
        Subject subject = from == 0
                ? null
                : rows.get(ViewTopology.SNAPSHOTS, ViewKeys.version(id, from))
                        .map(StoredStates::subject)
                        .orElseThrow(() -> new NotReadyException("no snapshot " + from + " of " + id.key() + " yet"));
        for (byte[] entry : rows.history(id, from, version, ViewTopology.SNAPSHOT_EVERY)) {
            Event event = rows.event(StoredJson.number(entry, "position"));
            subject = Evolution.evolve(subject, event);
        }
        return subject;
    }

    @Override
    public Optional<Versioned> one(SubjectId subject) {
        return rows.asOf(subject, at)
                .map(row -> ViewRow.decode(row.value))
                .map(row -> new Versioned(row.version(), row.json()));
    }

    @Override
    public List<byte[]> all(Kind kind) {
        return rows.subjects(kind).stream()
                .flatMap(subject -> one(subject).stream())
                .map(Versioned::json)
                .toList();
    }

    /** Those that were raised by then; what was cleared only later was open, as its subject's state says. */
    @Override
    public List<byte[]> warnings() {
        List<WarningEntry> entries = new ArrayList<>();
        subjects()
                .filter(Tracked.class::isInstance)
                .forEach(subject -> entries.addAll(
                        WarningEntry.open((Tracked) subject, plan.definition().simulated())));
        List<byte[]> written =
                new ArrayList<>(entries.stream().map(json::encode).toList());
        rows.warnings(latest.position()).stream()
                .filter(row -> row.version() <= latest.position()
                        && StoredJson.text(row.json(), "state").equals("cleared"))
                .forEach(row -> written.add(row.json()));
        written.sort(Comparator.comparing(warning -> StoredJson.text(warning, "id")));
        return written;
    }

    @Override
    public List<byte[]> history(SubjectId subject, long after, int limit) {
        return rows.asOf(subject, at)
                .map(row -> rows.history(subject, after, ViewKeys.versionIn(row.key), limit))
                .orElse(List.of());
    }

    @Override
    public PlanSnapshot snapshot() {
        return new PlanSnapshot(plan, latest, subjects().toList());
    }

    @Override
    public ViewJson json() {
        return json;
    }

    private Stream<Subject> subjects() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.PLAN)
                .flatMap(kind -> rows.subjects(kind).stream())
                .flatMap(id -> subject(id).stream());
    }
}
