package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Which components of answers may be null (or, where nulls are left out, absent): the domain says so in words only. */
final class Nullables {
    private final Set<String> declared = new HashSet<>();
    private final Set<String> unused;

    Nullables(JsonNode table) {
        table.fields().forEachRemaining(type -> type.getValue()
                .forEach(component -> declared.add(type.getKey() + "." + component.asText())));
        unused = new HashSet<>(declared);
    }

    boolean contains(Class<?> type, String component) {
        String name = TypeNames.of(type) + "." + component;
        unused.remove(name);
        return declared.contains(name);
    }

    /** What was declared of no type that answers hold. */
    Set<String> unused() {
        return Set.copyOf(unused);
    }
}
