package tracker.api.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Whether a decimal stands somewhere in a type: such a type has two forms, one in views and one in events. */
final class Decimals {
    private Decimals() {}

    static boolean within(Class<?> type) {
        return within(type, new HashSet<>());
    }

    private static boolean within(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(one -> within(one, seen));
        }
        if (!(type instanceof Class<?> raw)) {
            return false;
        }
        if (raw.isSealed()) {
            return Arrays.stream(raw.getPermittedSubclasses()).anyMatch(one -> within(one, seen));
        }
        return raw == BigDecimal.class
                || raw.isRecord()
                        && Arrays.stream(raw.getRecordComponents())
                                .map(RecordComponent::getGenericType)
                                .anyMatch(one -> within(one, seen));
    }
}
