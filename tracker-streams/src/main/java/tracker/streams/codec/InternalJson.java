package tracker.streams.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import java.time.Instant;
import tracker.streams.domain.Period;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.state.Subject;

/**
 * JSON of what only the tracker's own nodes read and nobody keeps: commands, results and the rows of state stores. The same value
 * always gives the same bytes. Fields that a newer node added are passed over, and what an older one left out is empty, so that nodes can
 * be upgraded one by one.
 */
public final class InternalJson<T> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new BlackbirdModule())
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // As milliseconds, which is what the log keeps of a moment: to read and write it as text took a third of
            // all that is done here.
            .withConfigOverride(
                    Instant.class, instant -> instant.setFormat(JsonFormat.Value.forShape(Shape.NUMBER_INT)))
            .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Intent.class, Sealed.class)
            .addMixIn(Report.class, Sealed.class)
            .addMixIn(Change.class, Sealed.class)
            .addMixIn(Subject.class, Sealed.class)
            .addMixIn(Result.Outcome.class, Sealed.class)
            .addMixIn(Period.class, PeriodText.class)
            .addMixIn(Hash.class, HashText.class)
            .build();

    static {
        for (Class<?> sealed :
                new Class<?>[] {Intent.class, Report.class, Change.class, Subject.class, Result.Outcome.class}) {
            registerKinds(sealed);
        }
    }

    private static void registerKinds(Class<?> sealed) {
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                registerKinds(kind);
            } else {
                MAPPER.registerSubtypes(kind);
            }
        }
    }

    private final Class<T> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    public InternalJson(Class<T> type) {
        this.type = type;
        this.writer = MAPPER.writerFor(type);
        this.reader = MAPPER.readerFor(type);
    }

    public byte[] encode(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("cannot write " + type.getSimpleName(), cause);
        }
    }

    /** Of what is a {@code T}, or null. */
    public T cast(Object value) {
        return type.cast(value);
    }

    /** Bytes that are no {@code T} are an {@link UndecodableException}. Null stays null. */
    public T decode(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            T value = reader.readValue(bytes);
            if (value == null) {
                throw new UndecodableException("not a " + type.getSimpleName() + ": null", null);
            }
            return value;
        } catch (IOException | IllegalArgumentException cause) {
            // The message of a parser quotes the content; the log must not.
            throw new UndecodableException(
                    "not a " + type.getSimpleName() + ": " + cause.getClass().getSimpleName(), cause);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Sealed {}

    private abstract static class PeriodText {
        @JsonValue
        @Override
        public abstract String toString();

        @JsonCreator
        static Period of(String text) {
            return Period.of(text);
        }
    }

    private abstract static class HashText {
        @JsonValue
        abstract String hex();

        @JsonCreator
        HashText(@SuppressWarnings("unused") String hex) {}
    }
}
