package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tracker.api.contract.generated.Reply;
import tracker.api.contract.generated.Wire;

/** What no client of HTTP would send, written to the socket: it is answered with a refusal, or the connection is closed; never a fault, never a hang. */
class RawSocketsIT extends RunningTracker {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST_WAIT_MILLIS = 10_000;
    private static final String REPORTS = TestClient.PLAN + "/indicators/I01/reports";

    @Override
    Map<String, Object> settings() {
        return Map.of(
                "tracker.idle-timeout", PATIENCE.toMillis() + "ms", "tracker.body-timeout", PATIENCE.toMillis() + "ms");
    }

    @AfterEach
    void othersAreServed() {
        assertThat(office.get(TestClient.PLAN).status()).isEqualTo(200);
        assertThat(eventsOf("I01", "ProgressReported")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> refusedOrClosed() {
        String host = "Host: x\r\n";
        String post = "POST " + REPORTS + " HTTP/1.1\r\n" + host + "Authorization: Bearer " + office.token()
                + "\r\nContent-Type: application/json\r\n";
        String body = "{\"period\":\"2022\",\"value\":1,\"unit\":\"亿元\"}";
        return Stream.of(
                        "\r\n\r\n\r\n",
                        "GET\r\n\r\n",
                        "GET /api/v1/me\r\n\r\n",
                        "GET  /api/v1/me  HTTP/1.1\r\n" + host + "\r\n",
                        "get /api/v1/me HTTP/1.1\r\n" + host + "\r\n",
                        "GET /api/v1/me HTTP/9.9\r\n" + host + "\r\n",
                        "GET /api/v1/me HTTP/1.1 x\r\n" + host + "\r\n",
                        "GET /a b HTTP/1.1\r\n" + host + "\r\n",
                        "GET \\ HTTP/1.1\r\n" + host + "\r\n",
                        "GET /\u0000 HTTP/1.1\r\n" + host + "\r\n",
                        "GET * HTTP/1.1\r\n" + host + "\r\n",
                        "OPTIONS * HTTP/1.1\r\n" + host + "\r\n",
                        "CONNECT localhost:22 HTTP/1.1\r\n" + host + "\r\n",
                        "GET http://evil.example/api/v1/me HTTP/1.1\r\n" + host + "\r\n",
                        "GET //evil.example/api/v1/me HTTP/1.1\r\n" + host + "\r\n",
                        "GET :// HTTP/1.1\r\n" + host + "\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n" + host + host + "\r\n",
                        "GET /api/v1/me HTTP/1.0\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n" + host + "X y: 1\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n" + host + ": 1\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n" + host + "X\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n" + host + "X: \u0001\u0000\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\r\n" + host + "X: a\rSet-Cookie: b\r\n\r\n",
                        "GET /api/v1/me HTTP/1.1\n" + "Host: x\n\n",
                        "HEAD /api/v1/me HTTP/1.1\r\n" + host + "X: \u0001\r\n\r\n",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        "\u0016\u0003\u0001\u0002\u0000\u0001",
                        post + "Content-Length: x\r\n\r\n" + body,
                        post + "Content-Length: -1\r\n\r\n" + body,
                        post + "Content-Length: 99999999999999999999\r\n\r\n" + body,
                        post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + body,
                        post + "Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
                        post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                        post + "Transfer-Encoding: x\r\n\r\n" + body,
                        post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body + "\r\n0\r\n\r\n",
                        post + "Transfer-Encoding: chunked\r\n\r\n-5\r\n" + body + "\r\n0\r\n\r\n",
                        post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + body,
                        post + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcdefghij\r\n0\r\n\r\n",
                        post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                        post + "Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}",
                        post + "Content-Length: 500\r\n\r\n{")
                .map(sent -> DynamicTest.dynamicTest(name(sent), () -> {
                    for (Reply reply : replies(sent, false)) {
                        assertThat(reply.status()).as("%s", reply).isBetween(400, 499);
                    }
                    replies(sent, true).forEach(reply -> assertThat(reply.status())
                            .as("half closed: %s", reply)
                            .isBetween(400, 499));
                }));
    }

    @Test
    void manyAtOnceAreAnsweredInTheirOrder() throws IOException {
        String get = "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n";
        String many = get.formatted(client("auditor").token())
                + get.formatted("made-up")
                + get.formatted(client("dashboard").token())
                + "GET /problems/malformed HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        List<Reply> replies = replies(many, false);
        assertThat(replies).extracting(Reply::status).containsExactly(200, 401, 200, 200);
        assertThat(replies.get(0).toString()).contains("auditor");
        assertThat(replies.get(2).toString()).contains("dashboard");
    }

    @Test
    void whatComesInPiecesIsOneRequest() throws IOException {
        String get = "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + client("auditor").token() + "\r\n\r\n";
        try (Socket socket = connect()) {
            for (byte one : get.getBytes(StandardCharsets.ISO_8859_1)) {
                socket.getOutputStream().write(one);
                socket.getOutputStream().flush();
            }
            assertThat(Wire.read(socket.getInputStream(), false).status()).isEqualTo(200);
        }
    }

    /** All that is answered until the connection is closed; for what the other side resets it, nothing. */
    private List<Reply> replies(String sent, boolean closes) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (closes) {
                socket.shutdownOutput();
            }
            socket.getInputStream().transferTo(heard);
        } catch (SocketException reset) {
            // What was heard until then counts. A read that takes too long is another exception.
        }
        List<Reply> replies = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(heard.toByteArray());
        while (in.available() > 0) {
            replies.add(Wire.read(in, sent.startsWith("HEAD")));
        }
        return replies;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", tracker.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        return socket;
    }

    private static String name(String sent) {
        String shown = sent.replaceAll("Bearer \\S+", "Bearer …").replaceAll("[^\\x21-\\x7E]+", " ");
        return shown.isBlank() ? "nothing but line ends" : shown.substring(0, Math.min(shown.length(), 150));
    }
}
