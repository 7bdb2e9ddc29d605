package tracker.streams.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import tracker.schemas.ReleasedSchemas;
import tracker.schemas.TrackerEvent;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/**
 * The events' wire format: the Avro specification's single-object encoding (C3 01, the schema's CRC-64-AVRO fingerprint, the data).
 * Reads whatever a released schema wrote. Thread-safe.
 */
public final class EventCodec {
    private final BinaryMessageEncoder<TrackerEvent> encoder;
    private final BinaryMessageDecoder<TrackerEvent> decoder;

    public EventCodec() {
        SchemaClasses.trust();
        SchemaStore.Cache released = new SchemaStore.Cache();
        ReleasedSchemas.events().forEach(released::addSchema);
        encoder = TrackerEvent.getEncoder();
        decoder = TrackerEvent.createDecoder(released);
    }

    public byte[] encode(Event event) {
        try {
            ByteBuffer buffer = encoder.encode(EventToAvro.event(event));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** Bytes that are no event, or of a schema nobody released, are an {@link UndecodableException}. */
    public Event decode(byte[] bytes) {
        try {
            return EventFromAvro.event(decoder.decode(bytes));
        } catch (IOException | AvroRuntimeException | IllegalArgumentException | IndexOutOfBoundsException cause) {
            throw new UndecodableException("not an event: " + cause.getMessage(), cause);
        }
    }

    /** What the subject's next event names as its predecessor: the SHA-256 of an event as it lies in the log. */
    public static Hash hash(byte[] encoded) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
