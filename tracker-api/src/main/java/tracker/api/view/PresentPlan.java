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
    private final PlanState plan;
    private final ViewJson json;

    private PresentPlan(PlanRows rows, PlanSums sums, PlanState plan, ViewJson json) {
        this.rows = rows;
        this.sums = sums;
        this.plan = plan;
        this.json = json;
    }

    /** Empty where there is no such plan. */
    static Optional<PlanReads> of(PlanRows rows, ViewJson json) {
        return rows.get(ViewTopology.STATES, ViewKeys.sums(rows.plan()))
                .map(StoredStates::sums)
                .flatMap(sums -> rows.get(
                                ViewTopology.STATES,
                                SubjectId.ofPlan(rows.plan()).key())
                        .map(row -> new PresentPlan(rows, sums, (PlanState) StoredStates.subject(row), json)));
    }

    @Override
    public PlanState plan() {
        return plan;
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
        return new PlanSnapshot(plan, sums.latest(), subjects);
    }

    @Override
    public ViewJson json() {
        return json;
    }
}
