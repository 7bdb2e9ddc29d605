package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.state.InForce;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.view.RollUp.Parts;

/** Whether the parts of an industry add up to it, in targets and in values. */
final class IndustryParts {
    private IndustryParts() {}

    /** {@code whole} is null where the sum is held against nothing. Parts of another unit are left out: units never mix. */
    static Parts of(IndicatorState whole, List<IndicatorState> parts) {
        String unit = (whole == null ? parts.get(0) : whole).definition().unit();
        List<IndicatorState> same = parts.stream()
                .filter(part -> part.definition().unit().equals(unit))
                .toList();
        BigDecimal targets = same.stream()
                .map(part -> part.definition().target())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal target = whole == null ? null : whole.definition().target();
        Report.OfIndicator latest = (whole == null ? latest(same) : whole.latest()).orElse(null);
        Period period = latest == null ? null : latest.period();
        BigDecimal value = whole == null || latest == null ? null : latest.value();
        BigDecimal values = period == null ? null : sum(same, period);
        return new Parts(unit, target, targets, addUp(target, targets), period, value, values, addUp(value, values));
    }

    /** Null where one of the two is not known. */
    private static Boolean addUp(BigDecimal whole, BigDecimal sum) {
        return (whole == null || sum == null) ? null : Boolean.valueOf(whole.compareTo(sum) == 0);
    }

    private static Optional<Report.OfIndicator> latest(List<IndicatorState> indicators) {
        return indicators.stream()
                .flatMap(indicator -> indicator.latest().stream())
                .max(Comparator.comparing(Report::period));
    }

    /** Null unless every one has an actual for that period. */
    private static BigDecimal sum(List<IndicatorState> indicators, Period period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (IndicatorState indicator : indicators) {
            InForce<Report.OfIndicator> inForce = indicator.reports().get(period);
            if (inForce == null || !inForce.report().status().isActual()) {
                return null;
            }
            sum = sum.add(inForce.report().value());
        }
        return sum;
    }
}
