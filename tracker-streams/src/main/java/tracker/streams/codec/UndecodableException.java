package tracker.streams.codec;

/** Bytes that cannot be read; the message says why, and holds none of the content. */
public final class UndecodableException extends RuntimeException {
    UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
