package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tracker.streams.domain.Figures;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PastValue;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.rating.ExpectedPath;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked.IndicatorState;

/** An indicator's values in force by period, the expected line at the end of each and of each year, and what was before the plan. */
public record SeriesView(
        Standing standing, String unit, ExpectedLine expectedLine, List<PastValue> history, List<Point> items) {
    /** expected is the line's value on the period's last day, null where the measure has no line; value null: not reported. */
    public record Point(
            Period period,
            BigDecimal value,
            ObservationStatus status,
            BigDecimal expected,
            Instant recordedAt,
            String eventId) {}

    public static SeriesView of(PlanState plan, IndicatorState state) {
        IndicatorDefinition indicator = state.definition();
        PlanDefinition definition = plan.definition();
        ExpectedLine line = indicator.expectedLine() == null ? definition.expectedLine() : indicator.expectedLine();
        boolean hasLine = indicator.measure() != Measure.MAINTAIN
                && indicator.measure() != Measure.RECURRING
                && indicator.baseline() != null
                && indicator.target() != null;
        ExpectedPath path = hasLine ? ExpectedPath.of(definition, indicator, line) : null;
        SortedSet<Period> periods = new TreeSet<>(state.reports().keySet());
        for (int year = definition.start().getYear(); year <= definition.end().getYear(); year++) {
            periods.add(Period.ofYear(year));
        }
        List<Point> points = periods.stream()
                .map(period -> point(period, state.reports().get(period), path))
                .toList();
        return new SeriesView(
                Standing.of(plan, state.head()), indicator.unit(), hasLine ? line : null, indicator.history(), points);
    }

    private static Point point(Period period, InForce<Report.OfIndicator> inForce, ExpectedPath path) {
        BigDecimal expected = path == null ? null : Figures.result(path.value(period.lastDay()));
        return inForce == null
                ? new Point(period, null, null, expected, null, null)
                : new Point(
                        period,
                        inForce.report().value(),
                        inForce.report().status(),
                        expected,
                        inForce.recordedAt(),
                        inForce.eventId());
    }
}
