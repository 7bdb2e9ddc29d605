package tracker.streams.domain.supervision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;

/** The figures in force of one subject, by period: whether they go down, or jump. */
final class Series {
    /** With fewer changes before the last there is no "usual". */
    private static final int CHANGES_TO_KNOW = 2;

    private final List<Period> periods;
    private final List<BigDecimal> values;

    private Series(SortedMap<Period, BigDecimal> figures) {
        periods = List.copyOf(figures.keySet());
        values = List.copyOf(figures.values());
    }

    /** The actuals of an indicator that are of the latest one's frequency: a quarter is not held against a year. */
    static Series of(IndicatorState indicator) {
        SortedMap<Period, BigDecimal> figures =
                figures(indicator.reports(), report -> report.status().isActual() ? report.value() : null);
        if (!figures.isEmpty()) {
            var frequency = figures.lastKey().frequency();
            figures.keySet().removeIf(period -> period.frequency() != frequency);
        }
        return new Series(figures);
    }

    static Series invested(ProjectState project) {
        return new Series(figures(project.reports(), Report.OfProject::invested));
    }

    static Series percent(ProjectState project) {
        return new Series(figures(project.reports(), Report.OfProject::percentComplete));
    }

    /** Of what only counts up: the latest value lies below the one before it. */
    Optional<Cause> drop() {
        int last = values.size() - 1;
        return last > 0 && values.get(last).compareTo(values.get(last - 1)) < 0
                ? Optional.of(Cause.beyond(
                        List.of(periods.get(last - 1), periods.get(last)), values.get(last), values.get(last - 1)))
                : Optional.empty();
    }

    /** The latest change is more than {@code multiple} times the median of those before it. */
    Optional<Cause> jump(BigDecimal multiple) {
        List<BigDecimal> changes = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            changes.add(values.get(i).subtract(values.get(i - 1)).abs());
        }
        if (changes.size() <= CHANGES_TO_KNOW) {
            return Optional.empty();
        }
        BigDecimal change = changes.remove(changes.size() - 1);
        BigDecimal limit = median(changes).multiply(multiple, Figures.CONTEXT);
        int last = values.size() - 1;
        return limit.signum() > 0 && change.compareTo(limit) > 0
                ? Optional.of(Cause.beyond(List.of(periods.get(last - 1), periods.get(last)), change, limit))
                : Optional.empty();
    }

    private static BigDecimal median(List<BigDecimal> amounts) {
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), Figures.CONTEXT);
    }

    private static <R extends Report> SortedMap<Period, BigDecimal> figures(
            Map<Period, InForce<R>> reports, Function<R, BigDecimal> figure) {
        SortedMap<Period, BigDecimal> figures = new TreeMap<>();
        reports.forEach((period, inForce) -> {
            BigDecimal value = figure.apply(inForce.report());
            if (value != null) {
                figures.put(period, value);
            }
        });
        return figures;
    }
}
