package tracker.streams.domain.rating;

import java.math.BigDecimal;
import tracker.streams.domain.Figures;
import tracker.streams.domain.plan.ExpectedLine;

/**
 * How far a subject is. completion, expected and pace are shares (1 is all of it), to six places, each null where the measure has
 * none; {@code line} is the expected line used, null where none was.
 */
public record Progress(BigDecimal completion, BigDecimal expected, BigDecimal pace, Rating rating, ExpectedLine line) {
    public Progress {
        completion = Figures.result(completion);
        expected = Figures.result(expected);
        pace = Figures.result(pace);
    }

    static Progress only(Rating rating) {
        return new Progress(null, null, null, rating, null);
    }
}
