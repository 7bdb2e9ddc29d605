package tracker.streams.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** How blocks are compressed: Avro's codecs {@code null} and {@code deflate} (RFC 1951, without a checksum). */
public enum Compression {
    NULL("null"),
    DEFLATE("deflate");

    private static final int CHUNK = 1 << 16;
    /** RFC 1951 section 3.2.4: the one, last block, not compressed; its length is written twice, once inverted. */
    private static final byte STORED = 1;

    private static final int STORED_HEADER = 5;

    private final String label;

    Compression(String label) {
        this.label = label;
    }

    /** The codec's name in Avro's specification. */
    public String label() {
        return label;
    }

    byte[] compress(byte[] data) {
        if (this == NULL) {
            return data;
        }
        // Who takes an archive waits for it.
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(data.length / 2);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                compressed.write(chunk, 0, deflater.deflate(chunk));
            }
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Whether {@code data} is short enough for {@link #store}. */
    boolean stores(byte[] data) {
        return this == NULL || data.length < CHUNK;
    }

    /** The one form of {@code data} that needs no choice, and so can be compared bit for bit. */
    byte[] store(byte[] data) {
        if (!stores(data)) {
            throw new IllegalArgumentException("too long to be stored: " + data.length);
        }
        if (this == NULL) {
            return data;
        }
        return ByteBuffer.allocate(STORED_HEADER + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(STORED)
                .putShort((short) data.length)
                .putShort((short) ~data.length)
                .put(data)
                .array();
    }

    /** Null where it would be more than {@code limit} bytes, so that a small file cannot fill the memory. */
    ByteBuffer expand(byte[] compressed, int limit) throws DataFormatException {
        if (this == NULL) {
            return compressed.length > limit ? null : ByteBuffer.wrap(compressed);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            byte[] data = new byte[CHUNK + CHUNK / 2];
            int length = inflater.inflate(data);
            while (!inflater.finished()) {
                if (length > limit) {
                    return null;
                }
                if (length == data.length) {
                    data = Arrays.copyOf(data, 2 * length);
                }
                int more = inflater.inflate(data, length, data.length - length);
                if (more == 0 && !inflater.finished()) {
                    throw new DataFormatException("it ends too early");
                }
                length += more;
            }
            if (inflater.getRemaining() > 0) {
                throw new DataFormatException("bytes follow its end");
            }
            return length > limit ? null : ByteBuffer.wrap(data, 0, length);
        } finally {
            inflater.end();
        }
    }
}
