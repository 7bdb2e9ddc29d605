package tracker.streams.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the frame of a container file and remembers the bytes, so that they can be hashed and compared as they are. */
final class ArchiveInput {
    private static final int BUFFER = 1 << 16;
    private static final int VARINT_BITS = 7;

    private final InputStream in;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream(BUFFER);
    private long start;

    ArchiveInput(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The bytes since the last call, which are then forgotten. */
    byte[] take() {
        byte[] bytes = taken.toByteArray();
        start += bytes.length;
        taken.reset();
        return bytes;
    }

    /** Where the bytes not taken yet begin. */
    long start() {
        return start;
    }

    ArchiveCorruptException corrupt(String why) {
        return new ArchiveCorruptException(why, start);
    }

    boolean isAtEnd() throws IOException {
        in.mark(1);
        boolean atEnd = in.read() < 0;
        in.reset();
        return atEnd;
    }

    byte[] bytes(long count) throws IOException {
        if (count < 0 || count > Block.MAX_BYTES) {
            throw corrupt("a length of " + count);
        }
        byte[] bytes = in.readNBytes((int) count);
        taken.write(bytes);
        if (bytes.length < count) {
            throw corrupt("the file ends within the header or a block");
        }
        return bytes;
    }

    /** Avro's specification, "Binary Encoding": zigzag, seven bits a byte, the lowest first. */
    long varint() throws IOException {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += VARINT_BITS) {
            byte next = bytes(1)[0];
            zigzag |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw corrupt("a number without an end");
    }
}
