package tracker.streams.codec;

import java.math.BigDecimal;
import java.util.List;
import tracker.schemas.Figure;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.PastValue;

/** The small values that several facts share. Null stays null. */
final class AvroValues {
    /** The scale that the schema fixes for every amount. */
    private static final int WIRE_SCALE = 30;

    private AvroValues() {}

    static Figure figure(BigDecimal value) {
        return value == null ? null : new Figure(value.setScale(WIRE_SCALE), value.scale());
    }

    static BigDecimal figure(Figure figure) {
        return figure == null ? null : figure.getAmount().setScale(figure.getScale());
    }

    static tracker.schemas.Text text(Text text) {
        return text == null ? null : new tracker.schemas.Text(text.zh(), text.en());
    }

    static Text text(tracker.schemas.Text text) {
        return text == null ? null : new Text(text.getZh(), text.getEn());
    }

    static String label(Labelled labelled) {
        return labelled == null ? null : labelled.label();
    }

    static <E extends Enum<E> & Labelled> E labelled(Class<E> type, String label) {
        return label == null ? null : Labelled.of(type, label);
    }

    static List<tracker.schemas.Evidence> evidenceOut(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> new tracker.schemas.Evidence(one.name(), one.uri(), one.sha256()))
                .toList();
    }

    static List<Evidence> evidenceIn(List<tracker.schemas.Evidence> evidence) {
        if (evidence.isEmpty()) {
            return List.of();
        }
        return evidence.stream()
                .map(one -> new Evidence(one.getName(), one.getUri(), one.getSha256()))
                .toList();
    }

    static List<tracker.schemas.PastValue> pastOut(List<PastValue> values) {
        return values.stream()
                .map(value -> new tracker.schemas.PastValue(value.year(), figure(value.value())))
                .toList();
    }

    static List<PastValue> pastIn(List<tracker.schemas.PastValue> values) {
        return values.stream()
                .map(value -> new PastValue(value.getYear(), figure(value.getValue())))
                .toList();
    }
}
