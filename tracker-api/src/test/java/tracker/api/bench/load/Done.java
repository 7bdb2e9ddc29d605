package tracker.api.bench.load;

import java.util.Arrays;

/** What a load came to: requests per second, and latencies in milliseconds. */
public record Done(double perSecond, double p50, double p99) {
    /** As {@link #toString()} wrote it. */
    public static Done parse(String words) {
        double[] figures =
                Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Done(figures[0], figures[1], figures[2]);
    }

    @Override
    public String toString() {
        return "%.4f %.3f %.3f".formatted(perSecond, p50, p99);
    }
}
