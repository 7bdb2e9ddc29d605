package tracker.api.settings;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that a slip of the pen may have meant. */
final class Nearest {
    private static final int SLIPS = 3;

    private Nearest() {}

    /** Empty where none is near. */
    static Optional<String> to(String word, Stream<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(SLIPS);
        return known.filter(one -> distance.apply(word, one) >= 0)
                .min(Comparator.comparing(one -> distance.apply(word, one)));
    }
}
