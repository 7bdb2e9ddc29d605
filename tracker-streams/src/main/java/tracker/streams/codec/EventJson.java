package tracker.streams.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;

/** An event as replays and exports show it: every decimal a string, so that no reader rounds it. */
public final class EventJson {
    private final ObjectMapper mapper;
    private final EventCodec codec;

    public EventJson(EventCodec codec) {
        this.codec = codec;
        this.mapper = ViewJson.mapper();
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    }

    /** {@code encoded} is the event as it lies in the log: {@code hash} is over these bytes. */
    public byte[] encode(byte[] encoded) {
        Event event = codec.decode(encoded);
        try {
            return mapper.writeValueAsBytes(new Shown(
                    event.position(),
                    event.id(),
                    event.fact().type(),
                    event.subject().plan(),
                    event.subject().kind(),
                    event.subject().id(),
                    event.version(),
                    event.recordedAt(),
                    event.fact().period(),
                    event.actor(),
                    event.reason(),
                    event.idempotencyKey(),
                    event.commandId(),
                    event.previousHash().hex(),
                    EventCodec.hash(encoded).hex(),
                    event.simulated(),
                    event.fact()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** What an event says, without who, when and where. */
    public byte[] data(Fact fact) {
        try {
            return mapper.writeValueAsBytes(fact);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The form of an event; {@code data} is what the fact of that type says. */
    @JsonPropertyOrder({"position", "id", "type"})
    public record Shown(
            long position,
            String id,
            String type,
            String plan,
            Kind kind,
            String subject,
            long version,
            Instant recordedAt,
            Period period,
            Actor actor,
            String reason,
            String idempotencyKey,
            String commandId,
            String previousHash,
            String hash,
            boolean simulated,
            Fact data) {}
}
