package tracker.api.contract;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import tracker.streams.codec.EventJson;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Fact;

/** The schemas of answers, asked of the very serializers that write them: what they unwrap, rename or leave out is so here too. */
final class AnswerSchemas {
    private static final String EVENT_SUFFIX = "InEvent";

    private final Schemas schemas;
    private final Nullables nullables;
    /** Events write decimals as texts. */
    private final boolean ofEvents;

    private final ObjectMapper mapper = ViewJson.mapper();
    private final SerializerProvider serializers = ((DefaultSerializerProvider) mapper.getSerializerProvider())
            .createInstance(mapper.getSerializationConfig(), mapper.getSerializerFactory());

    AnswerSchemas(Schemas schemas, Nullables nullables, boolean ofEvents) {
        this.schemas = schemas;
        this.nullables = nullables;
        this.ofEvents = ofEvents;
    }

    /** {@code of} is what a generic type is one of; void where it is not. */
    ObjectNode of(Class<?> type, Class<?> of) {
        return of(
                of == void.class
                        ? mapper.constructType(type)
                        : mapper.getTypeFactory().constructParametricType(type, of));
    }

    /** The schema of that object itself, which gets no name by this. */
    ObjectNode inline(Class<?> type) {
        return bean(mapper.constructType(type));
    }

    private ObjectNode of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (type.isCollectionLikeType()) {
            ObjectNode list = Schemas.list(of(type.getContentType()));
            return Set.class.isAssignableFrom(raw) ? list.put("uniqueItems", true) : list;
        }
        if (type.isMapLikeType()) {
            ObjectNode map = Schemas.of("object");
            if (type.getKeyType().isEnumType()) {
                map.set("propertyNames", of(type.getKeyType()));
            }
            map.set("additionalProperties", of(type.getContentType()));
            return map;
        }
        ObjectNode scalar = scalar(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw.isSealed()) {
            return schemas.named(
                    name(type),
                    () -> Schemas.anyOf(Arrays.stream(raw.getPermittedSubclasses())
                            .map(kind -> of(mapper.constructType(kind)))
                            .toList()));
        }
        return schemas.named(name(type), () -> bean(type));
    }

    private ObjectNode scalar(Class<?> type) {
        if (type == BigDecimal.class) {
            return ofEvents
                    ? schemas.named("DecimalText", () -> Schemas.of("string").put("pattern", "^-?\\d+(\\.\\d+)?$"))
                    : Schemas.of("number");
        }
        if (type == int.class || type == Integer.class) {
            return Schemas.of("integer", "int32");
        }
        if (type == long.class || type == Long.class) {
            return Schemas.of("integer", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Schemas.of("boolean");
        }
        if (type == String.class || type == ZoneId.class) {
            return Schemas.of("string");
        }
        if (type == Instant.class) {
            return Schemas.of("string", "date-time");
        }
        if (type == LocalDate.class) {
            return Schemas.of("string", "date");
        }
        if (type == byte[].class) {
            return Schemas.of("string").put("contentEncoding", "base64");
        }
        if (type == Period.class) {
            return period(schemas);
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return Schemas.object();
        }
        return type.isEnum() ? constants(schemas, type) : null;
    }

    static ObjectNode period(Schemas schemas) {
        return schemas.named(
                "Period", () -> Schemas.of("string").put("pattern", "^[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$"));
    }

    static ObjectNode constants(Schemas schemas, Class<?> type) {
        return schemas.named(
                TypeNames.of(type),
                () -> Schemas.words(Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant instanceof Labelled labelled ? labelled.label() : constant.toString())
                        .toList()));
    }

    private ObjectNode bean(JavaType type) {
        ObjectNode properties = Schemas.object();
        List<String> required = new ArrayList<>();
        addProperties(type, properties, required);
        return Schemas.closed(properties, required);
    }

    private void addProperties(JavaType type, ObjectNode properties, List<String> required) {
        for (Iterator<PropertyWriter> all = writers(type); all.hasNext(); ) {
            BeanPropertyWriter property = (BeanPropertyWriter) all.next();
            if (property.isUnwrapping()) {
                addProperties(property.getType(), properties, required);
                continue;
            }
            ObjectNode schema = of(property.getType());
            boolean nullable = nullables.contains(type.getRawClass(), property.getName());
            properties.set(
                    property.getName(), nullable && !property.willSuppressNulls() ? Schemas.orNull(schema) : schema);
            if (!(nullable && property.willSuppressNulls())) {
                required.add(property.getName());
            }
        }
    }

    private Iterator<PropertyWriter> writers(JavaType type) {
        try {
            return serializers.findValueSerializer(type).properties();
        } catch (JsonMappingException cause) {
            throw new IllegalStateException(type.toString(), cause);
        }
    }

    /** Whether views show it too, otherwise. */
    private static boolean isOfBoth(Class<?> type) {
        boolean ofEventsOnly =
                type == EventJson.Shown.class || type == Fact.class || type.getEnclosingClass() == Fact.class;
        return !ofEventsOnly && Decimals.within(type);
    }

    private String name(JavaType type) {
        StringBuilder name = new StringBuilder(TypeNames.of(type.getRawClass()));
        for (JavaType of : type.getBindings().getTypeParameters()) {
            name.append(of.getRawClass().getSimpleName());
        }
        return ofEvents && isOfBoth(type.getRawClass()) ? name + EVENT_SUFFIX : name.toString();
    }
}
