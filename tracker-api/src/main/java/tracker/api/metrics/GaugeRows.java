package tracker.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;

/** Gauges of one name, one for each set of tags. A row that stays stays there: to overwrite it would take it away for a moment, in which it may be asked for. */
final class GaugeRows {
    private final MultiGauge gauge;
    private volatile Map<Tags, Number> figures = Map.of();

    GaugeRows(MeterRegistry registry, String name, String description) {
        gauge = MultiGauge.builder(name).description(description).register(registry);
    }

    /** From now on there are these rows, and no others. */
    void set(Map<Tags, Number> next) {
        // First, so that a new row finds its figure.
        figures = Map.copyOf(next);
        gauge.register(
                next.keySet().stream()
                        .<MultiGauge.Row<?>>map(
                                tags -> MultiGauge.Row.of(tags, () -> figures.getOrDefault(tags, Double.NaN)))
                        .toList(),
                false);
    }
}
