package tracker.api.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;

/** The steps that the stories write down, and what they all know. What would come after the last day is left out. */
final class Script {
    static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    final DemoPlan plan = new DemoPlan();
    final DemoNotes notes = new DemoNotes();
    final DemoDepartments departments = new DemoDepartments(notes, FIRST_DAY);
    private final List<Step> steps = new ArrayList<>();

    void add(Step step) {
        if (step.day().isBefore(FIRST_DAY)) {
            throw new IllegalArgumentException("before the plan is registered: " + step);
        }
        if (!step.day().isAfter(LAST_DAY)) {
            steps.add(step);
        }
    }

    /** Done by whoever leads the subject on that day. */
    void lead(LocalDate day, Stage stage, SubjectId subject, String reason, Intent intent) {
        add(new Step(day, stage, departments.lead(subject, day), subject, reason, intent));
    }

    void office(LocalDate day, Stage stage, SubjectId subject, String reason, Intent intent) {
        add(new Step(day, stage, DemoDepartments.OFFICE, subject, reason, intent));
    }

    void by(Actor actor, LocalDate day, SubjectId subject, Intent intent) {
        add(new Step(day, Stage.VOICE, actor, subject, null, intent));
    }

    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        steps.forEach(step -> days.add(step.day()));
        return days;
    }

    /** In the order in which they are done; what one department reports on one day is one sheet, and so one command. */
    List<Step> of(LocalDate day) {
        Map<Stage, List<Step>> stages = steps.stream()
                .filter(step -> step.day().equals(day))
                .collect(Collectors.groupingBy(Step::stage, TreeMap::new, Collectors.toList()));
        stages.computeIfPresent(Stage.REPORT, (stage, reports) -> Step.byActor(reports));
        return stages.values().stream().flatMap(List::stream).toList();
    }

    /** When a period is reported: most on time, some late, a few never (null); that of the last day provisionally on it. */
    static LocalDate reportDay(Draws draws, Period period, int allowance, boolean surely) {
        return reportDay(draws, draws, period, allowance, surely);
    }

    /** The same for what a department reports together: what is on time is on one day. */
    LocalDate sheetDay(Draws draws, SubjectId subject, Period period, int allowance, boolean surely) {
        String who = departments.lead(subject, period.lastDay()).user();
        return reportDay(draws, Draws.of("sheet/" + who + "/" + period), period, allowance, surely);
    }

    private static LocalDate reportDay(Draws draws, Draws sheet, Period period, int allowance, boolean surely) {
        int chance = draws.between(0, 99);
        int early = sheet.between(5, Math.max(6, allowance - 4));
        int late = allowance + draws.between(4, 50);
        if (chance >= 95 && !surely) {
            return null;
        }
        if (period.lastDay().equals(LAST_DAY)) {
            return LAST_DAY;
        }
        return workday(period.lastDay().plusDays(chance < 85 || surely ? early : late));
    }

    /** The day itself, or the Monday after it. */
    static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.plusDays(2);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
