package tracker.streams.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** A block of an Avro object container file: how many entries, how many bytes, these, and the marker that ends every block. */
final class Block {
    /** Neither a block nor what it expands to is larger. */
    static final int MAX_BYTES = 1 << 26;

    private Block() {}

    static byte[] frame(long entries, byte[] data, byte[] sync) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length + sync.length + 2 * Long.BYTES);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            encoder.writeLong(entries);
            encoder.writeLong(data.length);
            bytes.write(data);
            bytes.write(sync);
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
