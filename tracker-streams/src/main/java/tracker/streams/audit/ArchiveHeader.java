package tracker.streams.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import tracker.schemas.ReleasedSchemas;
import tracker.streams.domain.event.Hash;

/**
 * What an archive says of itself first: the released schema by its number, the log's name, how many partitions that has, what of it
 * is in the archive, and when it was made.
 */
public record ArchiveHeader(
        int format, String origin, int partitions, Scope scope, Instant created, Compression compression) {
    static final int SYNC_BYTES = 16;
    /** Avro's specification, "Object Container Files": the magic of version 1. */
    static final byte[] MAGIC = {'O', 'b', 'j', 1};

    private static final String SCHEMA = "avro.schema";
    private static final String CODEC = "avro.codec";
    private static final String FORMAT = "tracker.format";
    private static final String ORIGIN = "tracker.origin";
    private static final String PARTITIONS = "tracker.partitions";
    private static final String SCOPE = "tracker.scope";
    private static final String CREATED = "tracker.created";
    static final int ENTRIES = 7;
    private static final List<String> SCHEMAS = ReleasedSchemas.archiveTexts();

    public ArchiveHeader {
        if (!Checkpoint.isLine(origin) || partitions < 1) {
            throw new IllegalArgumentException("an archive is of a log that has a name and partitions");
        }
    }

    /** Of an archive that is written now: in the last released format. */
    public static ArchiveHeader of(
            String origin, int partitions, Scope scope, Instant created, Compression compression) {
        return new ArchiveHeader(SCHEMAS.size(), origin, partitions, scope, created, compression);
    }

    boolean isComplete() {
        return scope instanceof Scope.Complete;
    }

    /** A header that lacks something is a runtime exception of any kind; whether it is exact, {@link #encoded()} tells. */
    static ArchiveHeader parse(Map<String, String> metadata) {
        return new ArchiveHeader(
                Integer.parseInt(metadata.get(FORMAT)),
                metadata.get(ORIGIN),
                Integer.parseInt(metadata.get(PARTITIONS)),
                Scope.parse(metadata.get(SCOPE)),
                Instant.parse(metadata.get(CREATED)),
                Arrays.stream(Compression.values())
                        .filter(codec -> codec.label().equals(metadata.get(CODEC)))
                        .findFirst()
                        .orElseThrow());
    }

    /** The one form of this header: all that precedes the first block. */
    byte[] encoded() {
        byte[] described = described();
        byte[] encoded = Arrays.copyOf(described, described.length + SYNC_BYTES);
        System.arraycopy(sync(described), 0, encoded, described.length, SYNC_BYTES);
        return encoded;
    }

    /** What ends each block. Not by chance, as Avro's own are, so that the same events make the same archive. */
    byte[] sync() {
        return sync(described());
    }

    private static byte[] sync(byte[] described) {
        return Arrays.copyOf(Hash.digest().digest(described), SYNC_BYTES);
    }

    private byte[] described() {
        Map<String, String> metadata = metadata();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(MAGIC);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            encoder.writeMapStart();
            encoder.setItemCount(metadata.size());
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                encoder.startItem();
                encoder.writeString(entry.getKey());
                encoder.writeBytes(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
            encoder.writeMapEnd();
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(SCHEMA, SCHEMAS.get(format - 1));
        metadata.put(CODEC, compression.label());
        metadata.put(FORMAT, String.valueOf(format));
        metadata.put(ORIGIN, origin);
        metadata.put(PARTITIONS, String.valueOf(partitions));
        metadata.put(SCOPE, scope.text());
        metadata.put(CREATED, created.toString());
        return metadata;
    }
}
