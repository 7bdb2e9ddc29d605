package tracker.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tracker.api.tables.Row;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.Responsibility;

/** Who answers for what and when, and so who acts; a few subjects are nobody's. */
final class DemoDepartments {
    static final Actor OFFICE = new Actor(Role.PLANNING_OFFICE, null, "demo-planning-office");
    static final Actor CLOCK = new Actor(Role.SYSTEM, null, "clock");
    private static final LocalDate DEADLINE = LocalDate.of(2025, 12, 31);

    private final Map<String, TreeMap<LocalDate, Responsibility>> responsibilities = new TreeMap<>();

    DemoDepartments(DemoNotes notes, LocalDate first) {
        Draws draws = Draws.of("responsibilities");
        for (Row row : DemoTables.rows("responsibilities")) {
            SubjectId subject = DemoPlan.subject(Labelled.of(Kind.class, row.cell("kind")), row.cell("subject"));
            from(
                    subject,
                    first,
                    answering(row.cell("lead"), DemoTables.list(row, "assisting"), notes.one(draws, "measures")));
        }
    }

    static Responsibility answering(String lead, List<String> assisting, String measures) {
        return new Responsibility(lead, assisting, DEADLINE, measures, false);
    }

    /** From that day on it is another's; what was decided for a day cannot be asked for before it is said here. */
    void from(SubjectId subject, LocalDate day, Responsibility responsibility) {
        responsibilities.computeIfAbsent(subject.key(), key -> new TreeMap<>()).put(day, responsibility);
    }

    /** Null where nobody answers for it on that day. */
    Responsibility of(SubjectId subject, LocalDate day) {
        TreeMap<LocalDate, Responsibility> found = responsibilities.get(subject.key());
        Map.Entry<LocalDate, Responsibility> entry = found == null ? null : found.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    /** The lead department's reporter; the planning office where there is none. */
    Actor lead(SubjectId subject, LocalDate day) {
        Responsibility responsibility = of(subject, day);
        return responsibility == null ? OFFICE : member(responsibility.lead());
    }

    static Actor member(String department) {
        return new Actor(Role.DEPARTMENT, department, "demo-" + department);
    }

    /** The assignments that stand on {@code day}. */
    List<Intent.Item> assignments(LocalDate day) {
        return responsibilities.keySet().stream()
                .map(SubjectId::parse)
                .filter(subject -> of(subject, day) != null)
                .map(subject -> new Intent.Item(subject, new Intent.AssignResponsibility(of(subject, day)), null))
                .toList();
    }
}
