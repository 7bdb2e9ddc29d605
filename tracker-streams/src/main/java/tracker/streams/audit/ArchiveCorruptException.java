package tracker.streams.audit;

/** A file that is no archive from {@code offset} on; the message says why. */
public final class ArchiveCorruptException extends RuntimeException {
    private final long offset;

    ArchiveCorruptException(String message, long offset) {
        super(message);
        this.offset = offset;
    }

    /** The first byte of the header or block that cannot be read. */
    public long offset() {
        return offset;
    }
}
