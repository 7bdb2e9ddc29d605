package tracker.streams.domain.view;

import java.util.List;
import java.util.stream.Stream;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;

/** A plan and all its subjects, by key, as they stood together. {@code latest} is the last event that is in them. */
public record PlanSnapshot(PlanState plan, Head latest, List<Subject> subjects) {
    public PlanSnapshot {
        subjects = List.copyOf(subjects);
    }

    public Stream<Tracked> tracked() {
        return subjects.stream().filter(Tracked.class::isInstance).map(Tracked.class::cast);
    }
}
