package tracker.streams.codec;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Period;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.RollUp;
import tracker.streams.domain.view.SeriesView;
import tracker.streams.domain.view.Standing;
import tracker.streams.domain.view.View;

/** JSON as the HTTP interface shows it: labels for constants, figures as numbers with their exact digits, absent things as null. */
public final class ViewJson {
    private final ObjectMapper mapper = mapper();
    private final ObjectReader exact = mapper.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    /** A new mapper with these habits, for a kind of JSON that adds one of its own. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new BlackbirdModule())
                .addModule(new SimpleModule()
                        .addSerializer(new LabelSerializer())
                        .addKeySerializer(Labelled.class, new LabelKeySerializer())
                        .addSerializer(new PeriodSerializer()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addMixIn(View.class, Unwrapped.class)
                .addMixIn(PlanView.class, Unwrapped.class)
                .addMixIn(SeriesView.class, Unwrapped.class)
                .addMixIn(RollUp.class, Unwrapped.class)
                .build();
    }

    public byte[] encode(Object view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("cannot write " + view.getClass().getSimpleName(), cause);
        }
    }

    /** JSON that {@link #encode} wrote, with every figure's digits as they stand there. */
    public JsonNode read(byte[] view) {
        return read(view, 0, view.length);
    }

    /** As much of it as {@code length} bytes from {@code offset} are. */
    JsonNode read(byte[] view, int offset, int length) {
        try {
            return exact.readTree(view, offset, length);
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
    }

    private interface Unwrapped {
        @SuppressWarnings("unused") // Jackson reads it.
        @JsonUnwrapped
        Standing standing();
    }

    private static final class LabelSerializer extends StdSerializer<Labelled> {
        private LabelSerializer() {
            super(Labelled.class);
        }

        @Override
        public void serialize(Labelled value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.label());
        }
    }

    private static final class LabelKeySerializer extends StdSerializer<Labelled> {
        private LabelKeySerializer() {
            super(Labelled.class);
        }

        @Override
        public void serialize(Labelled value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.label());
        }
    }

    private static final class PeriodSerializer extends StdSerializer<Period> {
        private PeriodSerializer() {
            super(Period.class);
        }

        @Override
        public void serialize(Period value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }
}
