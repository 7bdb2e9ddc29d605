package tracker.streams.domain.plan;

import java.math.BigDecimal;

/** The lowest pace of each rating; a pace below {@code offTrack} is moving away. Descending. */
public record Thresholds(BigDecimal onTrack, BigDecimal atRisk, BigDecimal offTrack) {
    public Thresholds {
        if (onTrack.compareTo(atRisk) < 0 || atRisk.compareTo(offTrack) < 0) {
            throw new IllegalArgumentException("thresholds must descend: " + onTrack + ", " + atRisk + ", " + offTrack);
        }
    }
}
