package tracker.api.registration;

import java.util.List;
import java.util.Set;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Direction;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.YearlyTarget;

/** Indicators in a plan's files. */
final class IndicatorRows {
    static final Set<String> COLUMNS = Set.of(
            "id",
            "collection",
            "goal",
            "name_zh",
            "name_en",
            "unit",
            "measure",
            "direction",
            "baseline",
            "target",
            "target_high",
            "min",
            "max",
            "frequency",
            "allowance_days",
            "parent",
            "long_term",
            "expected_line",
            "cumulative",
            "source");

    private IndicatorRows() {}

    static IndicatorDefinition definition(RowReader row, List<RowReader> history, List<RowReader> yearlyTargets) {
        return new IndicatorDefinition(
                row.requiredLabelled(Collection.class, "collection"),
                row.text("goal"),
                row.bilingual("name"),
                row.required("unit"),
                row.requiredLabelled(Measure.class, "measure"),
                row.requiredLabelled(Direction.class, "direction"),
                row.decimal("baseline"),
                row.decimal("target"),
                row.decimal("target_high"),
                row.decimal("min"),
                row.decimal("max"),
                row.requiredLabelled(Frequency.class, "frequency"),
                row.integer("allowance_days", 0),
                row.text("parent"),
                row.flag("long_term"),
                row.labelled(ExpectedLine.class, "expected_line"),
                yearlyTargets.stream()
                        .map(target -> new YearlyTarget(target.integer("year", 0), target.requiredDecimal("value")))
                        .toList(),
                PlanRows.past(history),
                row.text("source"),
                row.flag("cumulative"));
    }
}
