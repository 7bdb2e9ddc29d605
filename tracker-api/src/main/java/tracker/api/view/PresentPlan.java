package tracker.api.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.Tally;
import tracker.streams.topology.PlanSums;
import tracker.streams.topology.StoredStates;
import tracker.streams.topology.ViewKeys;
import tracker.streams.topology.ViewRow;
import tracker.streams.topology.ViewTopology;

/** A plan as it is now. Where its log ends is read first: what is read later is that new, or newer, never older. */
final class PresentPlan implements PlanReads {
    private final PlanRows rows;
    private final PlanSums sums;
    private final Overviews overviews;
    private final ViewJson json;
    /** Null until it is asked for: of one subject, nobody needs it. Read by one thread after the other. */
    private PlanState plan;

    private PresentPlan(PlanRows rows, PlanSums sums, Overviews overviews, ViewJson json) {
        this.rows = rows;
        this.sums = sums;
        this.overviews = overviews;
        this.json = json;
    }

    /** Empty where there is no such plan. */
    static Optional<PlanReads> of(PlanRows rows, Overviews overviews, ViewJson json) {
        return rows.get(ViewTopology.STATES, ViewKeys.sums(rows.plan()))
                .map(row -> new PresentPlan(rows, overviews.sums(rows.plan(), row), overviews, json));
    }

    @Override
    public PlanState plan() {
        if (plan == null) {
            // Whoever sees a plan's sums sees all that was written before them.
            plan = overviews.plan(
                    rows.plan(),
                    rows.get(ViewTopology.STATES, SubjectId.ofPlan(rows.plan()).key())
                            .orElseThrow());
        }
        return plan;
    }

    @Override
    public Versioned overview() {
        return overviews.overview(plan(), sums, PlanReads.super::overview);
    }

    @Override
    public Head latest() {
        return sums.latest();
    }

    @Override
    public Tally tally() {
        return sums.tally();
    }

    @Override
    public Optional<Subject> subject(SubjectId id) {
        return rows.get(ViewTopology.STATES, id.key()).map(StoredStates::subject);
    }

    @Override
    public Optional<Versioned> one(SubjectId subject) {
        return rows.get(ViewTopology.VIEWS, subject.key())
                .map(ViewRow::decode)
                .map(row -> new Versioned(row.version(), row.json()));
    }

    @Override
    public List<byte[]> all(Kind kind) {
        return rows.under(ViewTopology.VIEWS, ViewKeys.kind(rows.plan(), kind)).stream()
                .map(row -> ViewRow.decode(row.value).json())
                .toList();
    }

    @Override
    public List<byte[]> warnings() {
        return rows.warnings(Long.MAX_VALUE).stream().map(ViewRow::json).toList();
    }

    @Override
    public List<byte[]> history(SubjectId subject, long after, int limit) {
        return rows.history(subject, after, Long.MAX_VALUE, limit);
    }

    @Override
    public PlanSnapshot snapshot() {
        List<Subject> subjects = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PLAN) {
                rows.under(ViewTopology.STATES, ViewKeys.kind(rows.plan(), kind))
                        .forEach(row -> subjects.add(StoredStates.subject(row.value)));
            }
        }
        return new PlanSnapshot(plan(), sums.latest(), subjects);
    }

    @Override
    public ViewJson json() {
        return json;
    }
}
