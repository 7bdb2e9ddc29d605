package tracker.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Tracked;

/** Looks at the open warnings once a month; some are acknowledged, by those who lead or by the planning office. */
final class Reviewer {
    private static final int DAY_OF_MONTH = 15;
    private static final int TAKEN_UP = 22;

    private final Script script;
    private final Draws draws = Draws.of("reviews");

    Reviewer(Script script) {
        this.script = script;
    }

    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (LocalDate day = Script.FIRST_DAY.withDayOfMonth(DAY_OF_MONTH);
                !day.isAfter(Script.LAST_DAY);
                day = day.plusMonths(1)) {
            days.add(Script.workday(day));
        }
        return days;
    }

    List<Step> review(LocalDate day, Rehearsal rehearsal) {
        List<Step> steps = new ArrayList<>();
        for (Subject subject : rehearsal.all()) {
            if (subject instanceof Tracked tracked) {
                review(day, tracked, steps);
            }
        }
        return Step.byActor(steps);
    }

    private void review(LocalDate day, Tracked subject, List<Step> steps) {
        SubjectId id = subject.head().id();
        subject.warnings().forEach((rule, open) -> {
            if (open.acknowledgement() == null && draws.percent(TAKEN_UP)) {
                Actor actor = draws.percent(70) ? script.departments.lead(id, day) : DemoDepartments.OFFICE;
                String note = script.notes.one(draws, rule.label() + "-ack");
                steps.add(new Step(day, Stage.VOICE, actor, id, null, new Intent.AcknowledgeWarning(rule, note)));
            }
        });
    }
}
