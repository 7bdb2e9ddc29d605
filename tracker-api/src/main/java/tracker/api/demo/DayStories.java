package tracker.api.demo;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.plan.IndicatorDefinition;

/** The days that the clock turns: firsts of months, those after something was due, and the last; to turn all would only take time. */
final class DayStories {
    private final Script script;
    private final SortedSet<LocalDate> days = new TreeSet<>();

    DayStories(Script script) {
        this.script = script;
    }

    void tell() {
        LocalDate start = script.plan.definition().start();
        Period.within(Frequency.MONTH, start, Script.LAST_DAY)
                .forEach(month -> days.add(month.lastDay().plusDays(1)));
        for (IndicatorDefinition indicator : script.plan.indicators().values()) {
            afterDue(indicator.frequency(), indicator.allowanceDays());
        }
        afterDue(Frequency.HALF_YEAR, DemoPlan.PROJECT_ALLOWANCE_DAYS);
        days.add(Script.LAST_DAY);
        days.forEach(day -> script.add(new Step(
                day, Stage.DAY, DemoDepartments.CLOCK, SubjectId.ofPlan(DemoPlan.ID), null, new Intent.TurnDay(day))));
    }

    private void afterDue(Frequency frequency, int allowance) {
        Period.within(frequency, script.plan.definition().start(), Script.LAST_DAY)
                .forEach(period -> days.add(period.lastDay().plusDays(allowance + 1)));
    }
}
