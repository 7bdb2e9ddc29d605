package tracker.streams.domain.view;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.Milestone;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.supervision.Duties;

/** What is due when, and from whom. */
public final class Calendar {
    private Calendar() {}

    /**
     * One thing that is due on {@code due}: a report for {@code period}, or else the milestone. {@code state}: that of the duty, or the
     * milestone's schedule. {@code department} is null where nobody leads the subject.
     */
    public record Entry(
            String id,
            LocalDate due,
            String subject,
            Kind kind,
            String subjectId,
            Text name,
            String department,
            Period period,
            String milestone,
            Text milestoneName,
            String state,
            LocalDate doneOn) {}

    /** By day, then by subject. {@code department} null is everybody; from and to are included. */
    public static List<Entry> of(PlanSnapshot snapshot, String department, LocalDate from, LocalDate to) {
        return snapshot.tracked()
                .filter(subject -> department == null || department.equals(lead(subject)))
                .flatMap(subject -> entries(snapshot.plan(), subject))
                .filter(entry -> !entry.due().isBefore(from) && !entry.due().isAfter(to))
                .sorted(Comparator.comparing(Entry::due).thenComparing(Entry::id))
                .toList();
    }

    private static Stream<Entry> entries(PlanState plan, Tracked subject) {
        String key = subject.head().id().name();
        Stream<Entry> reports = Duties.of(plan, subject).stream()
                .map(duty -> new Entry(
                        key + "@" + duty.period(),
                        duty.due(),
                        key,
                        subject.head().id().kind(),
                        subject.head().id().id(),
                        subject.name(),
                        lead(subject),
                        duty.period(),
                        null,
                        null,
                        duty.on(plan.day()).label(),
                        duty.reportedOn()));
        return subject instanceof ProjectState project
                ? Stream.concat(reports, milestones(plan, key, project))
                : reports;
    }

    private static Stream<Entry> milestones(PlanState plan, String key, ProjectState project) {
        View.ProjectView view = (View.ProjectView) Views.of(plan, project).orElseThrow();
        return view.milestones().stream().map(milestone -> {
            Milestone planned = project.milestones().get(milestone.id()).plan();
            return new Entry(
                    key + "#" + planned.id(),
                    planned.due(),
                    key,
                    project.head().id().kind(),
                    project.head().id().id(),
                    view.name(),
                    lead(project),
                    null,
                    planned.id(),
                    planned.name(),
                    milestone.schedule().label(),
                    milestone.reachedOn());
        });
    }

    private static String lead(Tracked subject) {
        return subject.responsibility() == null
                ? null
                : subject.responsibility().lead();
    }
}
