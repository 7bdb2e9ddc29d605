package tracker.streams.domain.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tracker.streams.domain.Text;

/** What a plan is registered with. Both days are inclusive, in {@code timeZone}; supervision null is {@link Supervision#DEFAULT}. */
public record PlanDefinition(
        Text name,
        LocalDate start,
        LocalDate end,
        ZoneId timeZone,
        boolean simulated,
        ExpectedLine expectedLine,
        Thresholds thresholds,
        List<Goal> goals,
        List<Category> categories,
        List<Department> departments,
        List<Unit> units,
        List<PastSeries> history,
        Supervision supervision) {
    public PlanDefinition {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a plan starts before it ends: " + start + ", " + end);
        }
        goals = List.copyOf(goals);
        categories = List.copyOf(categories);
        departments = List.copyOf(departments);
        units = List.copyOf(units);
        history = List.copyOf(history);
        supervision = supervision == null ? Supervision.DEFAULT : supervision;
    }

    /** Days from the first to the last, both counted. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    public boolean hasDepartment(String id) {
        return departments.stream().anyMatch(department -> department.id().equals(id));
    }

    public boolean hasGoal(String id) {
        return goals.stream().anyMatch(goal -> goal.id().equals(id));
    }

    public boolean hasCategory(String id) {
        return categories.stream().anyMatch(category -> category.id().equals(id));
    }

    public boolean hasUnit(String symbol) {
        return units.stream().anyMatch(unit -> unit.symbol().equals(symbol));
    }
}
