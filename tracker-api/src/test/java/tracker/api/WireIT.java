package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What comes in too large or too slowly ends, and everybody else is served meanwhile; what goes out large goes out compressed. */
class WireIT extends RunningTracker {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST_WAIT_MILLIS = 15_000;

    /** Nobody listens where traces are to be sent to: nothing here may suffer from it. */
    @Override
    Map<String, Object> settings() {
        return Map.of(
                "tracker.line-limit", "2KB",
                "tracker.header-limit", "4KB",
                "tracker.idle-timeout", PATIENCE.toMillis() + "ms",
                "tracker.body-timeout", PATIENCE.toMillis() + "ms",
                "tracker.heartbeat", "300ms",
                "tracker.traces", "http://localhost:1");
    }

    @Test
    void aLineOrHeadersThatAreTooLongAreRefused() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /" + "a".repeat(3_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(rest(socket)).contains(" 413 ", "application/problem+json");
        }
        try (Socket socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(5_000) + "\r\n\r\n");
            assertThat(rest(socket)).contains(" 413 ", "application/problem+json");
        }
        assertServed();
    }

    @Test
    void whoSendsTooSlowlyIsCutOff() throws Exception {
        assertCut("");
        assertCut("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        assertCut("POST " + TestClient.PLAN + "/indicators/I01/reports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + office.token() + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
    }

    @Test
    void aConnectionThatIsKeptForNothingIsClosed() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /docs HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aQuietStreamIsNotCutOff() throws Exception {
        try (Socket socket = connect()) {
            long began = System.nanoTime();
            send(
                    socket,
                    "GET " + TestClient.PLAN + "/events/stream HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n"
                            + "Accept: text/event-stream\r\nAuthorization: Bearer "
                            + client("auditor").token() + "\r\n\r\n");
            StringBuilder heard = new StringBuilder();
            byte[] buffer = new byte[4_096];
            while (System.nanoTime() - began < PATIENCE.multipliedBy(3).toNanos()) {
                int read = socket.getInputStream().read(buffer);
                assertThat(read).as("still open").isPositive();
                heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            assertThat(heard.toString()).startsWith("HTTP/1.1 200").doesNotContain("gzip");
        }
    }

    @Test
    void largeAnswersAreCompressedAndSayTheSame() throws Exception {
        String list = TestClient.PLAN + "/indicators";
        HttpResponse<byte[]> plain = ask("GET", list, "Accept", "*/*");
        HttpResponse<byte[]> packed = ask("GET", list, "Accept-Encoding", "gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(packed.headers().firstValue("ETag")).hasValue(tag);
        assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(plain.headers().allValues("Vary")).contains("Accept-Encoding");

        HttpResponse<byte[]> unchanged = ask("GET", list, "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(unchanged.headers().allValues("Vary")).contains("Accept-Encoding");
        HttpResponse<byte[]> head = ask("HEAD", list, "Accept-Encoding", "gzip");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).hasValue(tag);
        assertThat(head.body()).isEmpty();
        HttpResponse<byte[]> archive = ask("GET", TestClient.PLAN + "/export?format=avro", "Accept-Encoding", "gzip");
        assertThat(archive.headers().firstValue("Content-Encoding")).isEmpty();
        HttpResponse<byte[]> small = ask("GET", "/api/v1/me", "Accept-Encoding", "gzip");
        assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
    }

    /** Ended within the patience and some slack, while others are answered. */
    private void assertCut(String begun) throws Exception {
        try (Socket socket = connect()) {
            send(socket, begun);
            assertServed();
            String answer = rest(socket);
            assertThat(answer).doesNotContain(" 200 ").doesNotContain(" 201 ");
        }
        assertServed();
    }

    private void assertServed() {
        assertThat(office.get(TestClient.PLAN).status()).isEqualTo(200);
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + tracker.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + client("auditor").token())
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", tracker.port());
        // A read that takes longer is a test that fails.
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
