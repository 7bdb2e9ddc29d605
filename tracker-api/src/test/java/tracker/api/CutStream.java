package tracker.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** One connection to an event stream over a plain socket, read as the SSE standard says, that breaks off after so many bytes wherever they end. */
public final class CutStream implements AutoCloseable {
    /** Longer than the server is silent. */
    private static final int SILENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private int chunk;

    /** What the standard calls a dispatched event: nothing of one that its blank line does not end. */
    public record Message(String id, String name, String data) {}

    /** Answered, but not with a stream. */
    public static final class RefusedException extends IOException {
        RefusedException(String status) {
            super(status);
        }
    }

    public CutStream(int port, int breakOffAfter, boolean rudely) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(SILENCE_MILLIS);
        if (rudely) {
            // Closing resets the connection: the server learns of it by a failed write.
            socket.setSoLinger(true, 0);
        }
        in = new BreakingOff(new BufferedInputStream(socket.getInputStream()), breakOffAfter);
    }

    /** Ends by an exception when the connection does, whoever ended it, or returns once {@code goesOn} does not. */
    public void read(String path, String token, String lastEventId, Predicate<Message> goesOn) throws IOException {
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nLast-Event-ID: %s\r\n\r\n"
                .formatted(path, token, lastEventId);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line(false);
        if (!status.startsWith("HTTP/1.1 200 ")) {
            throw new RefusedException(status);
        }
        String header = line(false);
        boolean chunked = false;
        while (!header.isEmpty()) {
            chunked |= header.equalsIgnoreCase("transfer-encoding: chunked");
            header = line(false);
        }
        if (!chunked) {
            throw new IllegalStateException("a stream that is not sent in chunks");
        }
        messages(lastEventId, goesOn);
    }

    private void messages(String lastEventId, Predicate<Message> goesOn) throws IOException {
        String id = lastEventId;
        String name = "message";
        StringBuilder data = new StringBuilder();
        while (true) {
            String line = line(true);
            String field = line.contains(":") ? line.substring(0, line.indexOf(':')) : line;
            String value = line.substring(Math.min(line.length(), field.length() + 1));
            value = value.startsWith(" ") ? value.substring(1) : value;
            if (line.isEmpty()) {
                boolean empty = data.isEmpty();
                if (!empty && !goesOn.test(new Message(id, name, data.substring(0, data.length() - 1)))) {
                    return;
                }
                name = "message";
                data.setLength(0);
            } else if (field.equals("id")) {
                id = value;
            } else if (field.equals("event")) {
                name = value;
            } else if (field.equals("data")) {
                data.append(value).append('\n');
            }
        }
    }

    /** Without its end, which is LF or CR LF. */
    private String line(boolean ofTheBody) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = next(ofTheBody); next != '\n'; next = next(ofTheBody)) {
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int next(boolean ofTheBody) throws IOException {
        if (ofTheBody && chunk == 0) {
            chunk = Integer.parseInt(line(false), 16);
            if (chunk == 0) {
                throw new EOFException("the stream was ended in due form");
            }
        }
        int next = in.read();
        if (next < 0) {
            throw new EOFException("broken off");
        }
        if (ofTheBody && --chunk == 0) {
            line(false);
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Ends early. */
    private static final class BreakingOff extends FilterInputStream {
        private int left;

        BreakingOff(InputStream in, int after) {
            super(in);
            left = after;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }
    }
}
