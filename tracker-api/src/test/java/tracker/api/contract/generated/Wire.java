package tracker.api.contract.generated;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An HTTP/1.1 client that sends whatever it is given, where others would mend or refuse it. Not to be shared by threads. */
public final class Wire implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    public Wire(int port) {
        this.port = port;
    }

    /** Sends the request and reads the whole answer; what goes wrong closes the connection. */
    public Reply send(Call call) throws IOException {
        boolean reused = socket != null;
        try {
            return exchange(call);
        } catch (IOException closed) {
            close();
            // A connection that the other side closed meanwhile says nothing of this request.
            if (!reused) {
                throw closed;
            }
        }
        try {
            return exchange(call);
        } catch (IOException again) {
            close();
            throw again;
        }
    }

    private Reply exchange(Call call) throws IOException {
        if (socket == null) {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes(call));
            out.flush();
        } catch (IOException refusedBeforeAllWasSent) {
            // There may be an answer nevertheless.
        }
        Reply reply = read(in, call.method().equals("HEAD"));
        if (reply.body() == null
                || reply.header("Connection").orElse("").equalsIgnoreCase("close")
                || reply.status() == 413) {
            close();
        }
        return reply;
    }

    private byte[] bytes(Call call) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\r\n");
        head.append("Host: localhost:").append(port).append("\r\n");
        if (call.caller().token() != null && call.header("Authorization") == null) {
            head.append("Authorization: Bearer ").append(call.caller().token()).append("\r\n");
        }
        call.headers()
                .forEach(one ->
                        head.append(one.name()).append(": ").append(one.value()).append("\r\n"));
        if (call.body() != null) {
            head.append("Content-Length: ").append(call.body().length).append("\r\n");
        }
        bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (call.body() != null) {
            bytes.write(call.body());
        }
        return bytes.toByteArray();
    }

    /** The next answer that comes; an {@link EOFException} where none does. A stream of events is not read to its end. */
    public static Reply read(InputStream in, boolean toHead) throws IOException {
        String[] first = line(in).split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.")) {
            throw new IOException("no answer of HTTP: " + String.join(" ", first));
        }
        int status = Integer.parseInt(first[1]);
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        if (status == 100) {
            return read(in, toHead);
        }
        return new Reply(status, headers, body(in, toHead, new Reply(status, headers, null)));
    }

    private static byte[] body(InputStream in, boolean toHead, Reply head) throws IOException {
        if (toHead || head.status() == 204 || head.status() == 304) {
            return new byte[0];
        }
        if (head.header("Content-Type").orElse("").startsWith("text/event-stream")) {
            return null;
        }
        if (head.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        if (head.header("Content-Length").isPresent()) {
            int length = Integer.parseInt(head.header("Content-Length").get());
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("the answer was broken off");
            }
            return body;
        }
        return in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            byte[] chunk = in.readNBytes(size);
            body.write(chunk);
            line(in);
        }
        while (!line(in).isEmpty()) {
            // Trailers say nothing here.
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("closed after '" + line + "'");
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException closedAnyhow) {
            // There is nothing more to be done with it.
        }
        socket = null;
    }
}
