package tracker.api.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tracker.streams.domain.rating.Rating;

/** Counts as one bar, best rating first; the parts end where the bar ends, whatever was rounded on the way. */
public record StackedBar(BigDecimal width, List<Part> parts) {
    private static final BigDecimal WIDTH = new BigDecimal(400);
    private static final BigDecimal ROOM_FOR_SIGN = new BigDecimal(12);
    private static final BigDecimal ROOM_FOR_NUMBER = new BigDecimal(30);

    /** {@code signed}: the part is wide enough for its sign; {@code numbered}: for its number too. */
    public record Part(
            Rating rating,
            int count,
            BigDecimal from,
            BigDecimal length,
            BigDecimal middle,
            boolean signed,
            boolean numbered) {}

    static StackedBar of(Counts counts) {
        List<Part> parts = new ArrayList<>();
        int total = counts.total();
        int sum = 0;
        BigDecimal from = BigDecimal.ZERO;
        for (Map.Entry<Rating, Integer> of : counts.byRating().entrySet()) {
            sum += of.getValue();
            BigDecimal to =
                    WIDTH.multiply(BigDecimal.valueOf(sum)).divide(BigDecimal.valueOf(total), 1, RoundingMode.HALF_UP);
            BigDecimal length = to.subtract(from);
            BigDecimal middle = from.add(to).divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_UP);
            parts.add(new Part(
                    of.getKey(),
                    of.getValue(),
                    from,
                    length,
                    middle,
                    length.compareTo(ROOM_FOR_SIGN) >= 0,
                    length.compareTo(ROOM_FOR_NUMBER) >= 0));
            from = to;
        }
        return new StackedBar(WIDTH, List.copyOf(parts));
    }
}
