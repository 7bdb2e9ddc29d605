package tracker.streams.domain.plan;

import java.util.List;
import tracker.streams.domain.Text;

/** A series from before the plan that no indicator continues. */
public record PastSeries(String id, Text name, String unit, List<PastValue> values) {
    public PastSeries {
        values = List.copyOf(values);
    }
}
