package tracker.api.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.SeriesView;
import tracker.streams.domain.view.Standing;
import tracker.streams.domain.view.Tally;

/** What is known of one plan at one moment, be it now or an earlier one. Empty means that there was no such thing. */
public interface PlanReads {
    PlanState plan();

    /** The plan's last event, of whatever subject: its position is the version of whatever is made of several subjects. */
    Head latest();

    /** Counts and sums over all subjects. */
    Tally tally();

    Optional<Subject> subject(SubjectId id);

    /** A subject's view. */
    Optional<Versioned> one(SubjectId subject);

    /** The views of all subjects of a kind, by id. */
    List<byte[]> all(Kind kind);

    /** The plan's warnings, open or not, oldest first. */
    List<byte[]> warnings();

    /** Entries of versions above {@code after}, oldest first. */
    List<byte[]> history(SubjectId subject, long after, int limit);

    PlanSnapshot snapshot();

    /** How views are written. */
    ViewJson json();

    default long position() {
        return latest().position();
    }

    default PlanView view() {
        return PlanView.of(plan(), tally(), Standing.ofPlan(plan(), latest()));
    }

    /** The plan as a whole. */
    default Versioned overview() {
        return new Versioned(position(), json().encode(view()));
    }

    /** An indicator's values by period. */
    default Optional<Versioned> series(SubjectId indicator) {
        return subject(indicator)
                .filter(IndicatorState.class::isInstance)
                .map(state -> new Versioned(
                        state.head().version(), json().encode(SeriesView.of(plan(), (IndicatorState) state))));
    }

    /** The report in force for a period. */
    default Optional<Versioned> report(SubjectId id, Period period) {
        return subject(id).filter(Tracked.class::isInstance).flatMap(subject -> Optional.<InForce<?>>ofNullable(
                        ((Tracked) subject).reports().get(period))
                .map(found -> new Versioned(subject.head().version(), json().encode(found))));
    }

    /** What {@code of} makes of the plan with all its subjects. */
    default Optional<Versioned> derived(Function<PlanSnapshot, Optional<?>> of) {
        PlanSnapshot snapshot = snapshot();
        return of.apply(snapshot).map(view -> new Versioned(snapshot.latest().position(), json().encode(view)));
    }
}
