package tracker.streams.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An enum constant with the stable word by which files, URLs and views name it. */
public interface Labelled {
    /** Lower case with hyphens; never changes once released. */
    String label();

    /** The constant of {@code type} with that label, empty where there is none. */
    static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> type, String label) {
        // Every event read asks several times: no stream.
        for (E constant : type.getEnumConstants()) {
            if (constant.label().equals(label)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** As {@link #find}, but an unknown label is an {@link IllegalArgumentException} that names the known ones. */
    static <E extends Enum<E> & Labelled> E of(Class<E> type, String label) {
        return find(type, label)
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown " + type.getSimpleName() + " '" + label + "', known: "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Labelled::label)
                                        .toList()));
    }

    /** The label that a constant's Java name gives: {@code HALF_YEAR} is {@code half-year}. */
    static String fromName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
