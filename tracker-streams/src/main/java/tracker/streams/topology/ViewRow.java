package tracker.streams.topology;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A view as it is answered: the bytes of its JSON, behind the version that they are of. */
public record ViewRow(long version, byte[] json) {
    byte[] encode() {
        return ByteBuffer.allocate(Long.BYTES + json.length)
                .putLong(version)
                .put(json)
                .array();
    }

    public static ViewRow decode(byte[] row) {
        return new ViewRow(ByteBuffer.wrap(row).getLong(), Arrays.copyOfRange(row, Long.BYTES, row.length));
    }
}
