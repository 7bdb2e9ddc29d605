package tracker.streams.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * An event as it lies in the log. {@code index} counts the events of its partition from 0 (it is no offset of Kafka's, which
 * has gaps), {@code crc} was taken when it was archived.
 */
public record LoggedEvent(int partition, long index, Instant timestamp, String key, byte[] event, int crc) {
    private static final int FIXED = Integer.BYTES + Long.BYTES + Long.BYTES;

    public static LoggedEvent of(int partition, long index, Instant timestamp, String key, byte[] event) {
        return new LoggedEvent(partition, index, timestamp, key, event, crc(partition, index, timestamp, key, event));
    }

    /** Whether nothing was changed by accident since it was archived. */
    public boolean isIntact() {
        return crc == crc(partition, index, timestamp, key, event);
    }

    private static int crc(int partition, long index, Instant timestamp, String key, byte[] event) {
        ByteBuffer fixed = ByteBuffer.allocate(FIXED);
        fixed.putInt(partition).putLong(index).putLong(timestamp.toEpochMilli());
        CRC32C crc = new CRC32C();
        crc.update(fixed.array());
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        crc.update(event);
        return (int) crc.getValue();
    }
}
