package tracker.streams.domain.view;

import static tracker.streams.domain.Figures.CONTEXT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.PastSeries;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.plan.Thresholds;
import tracker.streams.domain.plan.Unit;
import tracker.streams.domain.state.Subject.PlanState;

/**
 * The plan as a whole: its definition, and counts and sums over its subjects. Counts of nothing are left out of {@code ratings} and of
 * {@code warnings}, the open ones by rule. {@code day} is the last that has turned, null before the first.
 */
public record PlanView(
        Standing standing,
        Text name,
        LocalDate start,
        LocalDate end,
        String timeZone,
        ExpectedLine expectedLine,
        Thresholds thresholds,
        SortedMap<String, BigDecimal> indicators,
        SortedMap<String, SortedMap<String, BigDecimal>> ratings,
        BigDecimal projects,
        SortedMap<String, BigDecimal> projectStatuses,
        BigDecimal tasks,
        List<GoalView> goals,
        List<CategoryView> categories,
        List<Investment> investment,
        List<Department> departments,
        List<Unit> units,
        List<PastSeries> history,
        Supervision supervision,
        LocalDate day,
        boolean ended,
        SortedMap<String, BigDecimal> warnings) {

    public record GoalView(String id, Text name, BigDecimal indicators, SortedMap<String, BigDecimal> ratings) {}

    public record CategoryView(
            String id,
            Text name,
            BigDecimal projects,
            SortedMap<String, BigDecimal> ratings,
            String unit,
            BigDecimal planned,
            BigDecimal invested,
            BigDecimal investedShare) {}

    /** All categories that are summed in {@code unit}; investedShare is null where nothing is planned. */
    public record Investment(String unit, BigDecimal planned, BigDecimal invested, BigDecimal investedShare) {
        public static Investment of(String unit, BigDecimal planned, BigDecimal invested) {
            BigDecimal share = planned.signum() == 0 ? null : Figures.result(invested.divide(planned, CONTEXT));
            return new Investment(unit, planned, invested, share);
        }
    }

    /** {@code position} is the plan's last event, of whatever subject: that is what the sums are of. */
    public static PlanView of(PlanState plan, Tally tally, Standing latest) {
        PlanDefinition definition = plan.definition();
        SortedMap<String, BigDecimal> counts = new TreeMap<>();
        SortedMap<String, SortedMap<String, BigDecimal>> ratings = new TreeMap<>();
        Arrays.stream(Collection.values()).map(Collection::label).forEach(collection -> {
            ratings.put(collection, tally.under(Contribution.indicators(collection)));
            counts.put(collection, total(ratings.get(collection)));
        });
        counts.put("total", total(counts));
        List<CategoryView> categories = definition.categories().stream()
                .map(category -> {
                    SortedMap<String, BigDecimal> rated = tally.under(Contribution.category(category.id()));
                    Investment sum = investment(tally, category.id(), category.unit());
                    return new CategoryView(
                            category.id(),
                            category.name(),
                            total(rated),
                            rated,
                            sum.unit(),
                            sum.planned(),
                            sum.invested(),
                            sum.investedShare());
                })
                .toList();
        return new PlanView(
                latest,
                definition.name(),
                definition.start(),
                definition.end(),
                definition.timeZone().getId(),
                definition.expectedLine(),
                definition.thresholds(),
                counts,
                ratings,
                categories.stream().map(CategoryView::projects).reduce(BigDecimal.ZERO, BigDecimal::add),
                tally.under(Contribution.statuses()),
                tally.get(Contribution.tasks()),
                definition.goals().stream()
                        .map(goal -> {
                            SortedMap<String, BigDecimal> rated = tally.under(Contribution.goal(goal.id()));
                            return new GoalView(goal.id(), goal.name(), total(rated), rated);
                        })
                        .toList(),
                categories,
                byUnit(categories),
                definition.departments(),
                definition.units(),
                definition.history(),
                definition.supervision(),
                plan.day(),
                plan.ended(),
                tally.under(Contribution.warnings()));
    }

    private static List<Investment> byUnit(List<CategoryView> categories) {
        return categories.stream()
                .map(CategoryView::unit)
                .distinct()
                .sorted()
                .map(unit -> Investment.of(
                        unit,
                        sum(categories, unit, CategoryView::planned),
                        sum(categories, unit, CategoryView::invested)))
                .toList();
    }

    private static BigDecimal sum(
            List<CategoryView> categories, String unit, Function<CategoryView, BigDecimal> amount) {
        return categories.stream()
                .filter(category -> category.unit().equals(unit))
                .map(amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Investment investment(Tally tally, String category, String unit) {
        return Investment.of(
                unit,
                tally.get(Contribution.planned(category) + unit),
                tally.get(Contribution.invested(category) + unit));
    }

    private static BigDecimal total(SortedMap<String, BigDecimal> counts) {
        return counts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
