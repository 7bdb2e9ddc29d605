package tracker.streams.model;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.Labelled;

/** Named figures as text, so that model and views can be held side by side. What is null, or no text, is left out. */
final class Lines {
    private final SortedMap<String, String> lines = new TreeMap<>();

    void put(String name, Object figure) {
        String text = text(figure);
        if (!text.isEmpty()) {
            lines.put(name, text);
        }
    }

    SortedMap<String, String> all() {
        return lines;
    }

    /** Figures that are the same are written the same. */
    static String text(Object figure) {
        if (figure == null) {
            return "";
        }
        if (figure instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        return figure instanceof Labelled labelled ? labelled.label() : figure.toString();
    }
}
