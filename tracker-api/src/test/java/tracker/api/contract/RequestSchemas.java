package tracker.api.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tracker.api.http.Chars;
import tracker.streams.domain.Period;

/** The schemas of requests' bodies, from the records that declare them. */
final class RequestSchemas {
    private final Schemas schemas;

    RequestSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode of(Class<?> type) {
        return schemas.named(
                TypeNames.of(type),
                () -> type.isSealed()
                        ? Schemas.anyOf(Arrays.stream(type.getPermittedSubclasses())
                                .map(this::of)
                                .toList())
                        : object(type));
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode properties = Schemas.object();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Field field = field(type, component.getName());
            ObjectNode schema = of(component.getGenericType(), field.getAnnotation(Chars.class));
            boolean optional = component.isAnnotationPresent(Nullable.class)
                    || field.isAnnotationPresent(Nullable.class)
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getAccessor().isAnnotationPresent(Nullable.class);
            properties.set(component.getName(), optional ? Schemas.orNull(schema) : schema);
            if (!optional) {
                required.add(component.getName());
            }
        }
        ObjectNode schema = Schemas.closed(properties, required);
        // Changes of nothing are refused; a filter of nothing is one.
        return required.isEmpty() && !type.getSimpleName().endsWith("Filter") ? schema.put("minProperties", 1) : schema;
    }

    private ObjectNode of(Type type, Chars chars) {
        if (type instanceof ParameterizedType list) {
            return Schemas.list(of(list.getActualTypeArguments()[0], null));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text(chars);
        }
        if (raw == BigDecimal.class) {
            return schemas.named("Figure", RequestSchemas::figure);
        }
        if (raw == int.class || raw == Integer.class) {
            return Schemas.of("integer", "int32")
                    .put("minimum", Integer.MIN_VALUE)
                    .put("maximum", Integer.MAX_VALUE);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Schemas.of("boolean");
        }
        if (raw == LocalDate.class) {
            return Schemas.of("string", "date");
        }
        if (raw == Period.class) {
            return AnswerSchemas.period(schemas);
        }
        return raw.isEnum() ? AnswerSchemas.constants(schemas, raw) : of(raw);
    }

    /** A number or a text that writes one: either is kept digit for digit. */
    private static ObjectNode figure() {
        ObjectNode text = Schemas.of("string")
                .put("pattern", "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$")
                .put("maxLength", 70);
        return Schemas.anyOf(List.of(Schemas.of("number"), text));
    }

    private static ObjectNode position() {
        return Schemas.of("integer", "int64").put("minimum", 1).put("maximum", 9_999_999_999_999_999L);
    }

    private static ObjectNode text(Chars chars) {
        ObjectNode text = Schemas.of("string");
        if (chars == null) {
            return text;
        }
        if (chars.most() > 0) {
            text.put("maxLength", chars.most());
        }
        if (!chars.pattern().isEmpty()) {
            text.put("pattern", chars.pattern());
        }
        return chars.orPosition() ? Schemas.anyOf(List.of(position(), text)) : text;
    }

    private static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException everyComponentHasOne) {
            throw new IllegalStateException(everyComponentHasOne);
        }
    }
}
