package tracker.streams.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import tracker.schemas.ArchiveEnd;
import tracker.schemas.ArchiveEntry;
import tracker.schemas.ArchiveHash;
import tracker.schemas.ArchivedCheckpoint;
import tracker.schemas.ArchivedEvent;
import tracker.schemas.ArchivedPartition;
import tracker.schemas.ReleasedSchemas;
import tracker.streams.codec.SchemaClasses;
import tracker.streams.domain.event.Hash;

/** Entries in Avro's encoding. Writes the present schema, reads the released one it is made for. One thread may write, many may read. */
final class EntryCodec {
    private static final List<Schema> SCHEMAS = ReleasedSchemas.archives();

    private final SpecificDatumWriter<ArchiveEntry> writer = new SpecificDatumWriter<>(ArchiveEntry.class);
    private final SpecificDatumReader<ArchiveEntry> reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private BinaryEncoder encoder;

    EntryCodec(int format) {
        SchemaClasses.trust();
        reader = new SpecificDatumReader<>(SCHEMAS.get(format - 1), ArchiveEntry.getClassSchema());
    }

    byte[] encode(Entry entry) {
        try {
            bytes.reset();
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            writer.write(new ArchiveEntry(toAvro(entry)), encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** Of a buffer that begins with its array. */
    BinaryDecoder decoder(ByteBuffer data) {
        return DecoderFactory.get().binaryDecoder(data.array(), 0, data.remaining(), null);
    }

    /** Bytes that are no entry are an IOException or a runtime exception of any kind. */
    Entry decode(BinaryDecoder decoder) throws IOException {
        Object entry = reader.read(null, decoder).getEntry();
        if (entry instanceof ArchivedEvent event) {
            return new Entry.OfEvent(new LoggedEvent(
                    event.getPartition(),
                    event.getIndex(),
                    event.getTimestamp(),
                    event.getKey(),
                    bytes(event.getEvent()),
                    event.getCrc32c()));
        }
        if (entry instanceof ArchivedCheckpoint checkpoint) {
            return new Entry.OfCheckpoint(checkpoint.getPartition(), checkpoint.getNote());
        }
        ArchiveEnd end = (ArchiveEnd) entry;
        return new Entry.End(
                end.getPartitions().stream().map(EntryCodec::fromAvro).toList(), fromAvro(end.getFileHash()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        // As Avro's decoder makes them: no copy is needed.
        if (buffer.hasArray() && buffer.array().length == buffer.remaining()) {
            return buffer.array();
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static Object toAvro(Entry entry) {
        if (entry instanceof Entry.OfEvent event) {
            LoggedEvent logged = event.logged();
            return new ArchivedEvent(
                    logged.partition(),
                    logged.index(),
                    logged.timestamp(),
                    logged.key(),
                    ByteBuffer.wrap(logged.event()),
                    logged.crc());
        }
        if (entry instanceof Entry.OfCheckpoint checkpoint) {
            return new ArchivedCheckpoint(checkpoint.partition(), checkpoint.note());
        }
        Entry.End end = (Entry.End) entry;
        List<ArchivedPartition> partitions = end.partitions().stream()
                .map(part ->
                        new ArchivedPartition(part.partition(), part.events(), part.checkpoints(), toAvro(part.root())))
                .toList();
        return new ArchiveEnd(partitions, toAvro(end.fileHash()));
    }

    private static ArchiveHash toAvro(Hash hash) {
        return hash == null ? null : new ArchiveHash(hash.bytes());
    }

    private static Hash fromAvro(ArchiveHash hash) {
        return hash == null ? null : Hash.of(hash.bytes());
    }

    private static Entry.PartitionEnd fromAvro(ArchivedPartition part) {
        return new Entry.PartitionEnd(
                part.getPartition(), part.getEvents(), part.getCheckpoints(), fromAvro(part.getRoot()));
    }
}
