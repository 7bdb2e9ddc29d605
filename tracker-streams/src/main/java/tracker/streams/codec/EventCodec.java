package tracker.streams.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificDatumReader;
import tracker.schemas.ReleasedSchemas;
import tracker.schemas.TrackerEvent;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/**
 * The events' wire format: the Avro specification's single-object encoding (C3 01, the schema's CRC-64-AVRO fingerprint, the data).
 * Reads whatever a released schema wrote. Thread-safe.
 */
public final class EventCodec {
    /** C3 01, read as little-endian. */
    private static final short MARKER = 0x01C3;

    private static final int HEAD_BYTES = Short.BYTES + Long.BYTES;

    private final BinaryMessageEncoder<TrackerEvent> encoder;
    /** By the fingerprint of the schema that an event was written with. Avro's own decoder of messages costs half as much again. */
    private final Map<Long, DatumReader<TrackerEvent>> readers;

    public EventCodec() {
        SchemaClasses.trust();
        encoder = TrackerEvent.getEncoder();
        readers = ReleasedSchemas.events().stream()
                .collect(Collectors.toUnmodifiableMap(
                        SchemaNormalization::parsingFingerprint64,
                        written -> new SpecificDatumReader<>(written, TrackerEvent.getClassSchema())));
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
            return EventFromAvro.event(read(bytes));
        } catch (IOException | AvroRuntimeException | IllegalArgumentException | IndexOutOfBoundsException cause) {
            throw new UndecodableException("not an event: " + cause.getMessage(), cause);
        }
    }

    private TrackerEvent read(byte[] bytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEAD_BYTES || head.getShort() != MARKER) {
            throw new IllegalArgumentException("no single-object encoding");
        }
        long fingerprint = head.getLong();
        DatumReader<TrackerEvent> reader = readers.get(fingerprint);
        if (reader == null) {
            throw new IllegalArgumentException("no released schema has the fingerprint %016x".formatted(fingerprint));
        }
        return reader.read(
                null, DecoderFactory.get().binaryDecoder(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES, null));
    }

    /** What the subject's next event names as its predecessor: the SHA-256 of an event as it lies in the log. */
    public static Hash hash(byte[] encoded) {
        return Hash.sha256(encoded);
    }
}
