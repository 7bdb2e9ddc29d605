package tracker.api.bench.ground;

import org.HdrHistogram.Histogram;

/** How long each of many things took, in milliseconds. Not thread-safe. */
public final class Latencies {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final double MILLI = 1_000;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    /** Something that took so long, at the least nothing. */
    public void add(long nanos) {
        micros.recordValue(Math.max(0, nanos) / 1_000);
    }

    public long count() {
        return micros.getTotalCount();
    }

    public double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / MILLI;
    }

    /** p50 and p99, as a worker answers. */
    @Override
    public String toString() {
        return "%.3f %.3f".formatted(at(50), at(99));
    }
}
