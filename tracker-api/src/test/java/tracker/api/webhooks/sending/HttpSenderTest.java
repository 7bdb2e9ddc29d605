package tracker.api.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.api.webhooks.rules.Answer;
import tracker.api.webhooks.rules.Answer.Reason;
import tracker.api.webhooks.rules.TargetRules;

/** What a receiver may do to whoever sends it something. */
class HttpSenderTest {
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofMillis(1_500);
    private static final Duration NO_LONGER_THAN = Duration.ofSeconds(15);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private HttpSender sender;

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        sender = sender(new TargetRules(true, List.of("localhost")));
    }

    @AfterEach
    void stop() {
        over.countDown();
        sender.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theStatusAndWhatToWaitForAreTaken() {
        on("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Retry-After", "17");
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(send("localhost", "/")).isEqualTo(new Answer.Status(503, Duration.ofSeconds(17)));
    }

    @Test
    void aRedirectIsNotFollowed() {
        on("/there", exchange -> exchange.sendResponseHeaders(200, -1));
        on("/here", exchange -> {
            exchange.getResponseHeaders().add("Location", "/there");
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(send("localhost", "/here").status()).isEqualTo(307);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anAddressThatIsNotAllowedIsNotConnectedTo() {
        on("/", exchange -> exchange.sendResponseHeaders(200, -1));

        assertThat(send("127.0.0.1", "/")).isEqualTo(new Answer.Failed(Reason.ADDRESS_REFUSED));
        assertThat(sender(new TargetRules(true, List.of()))
                        .send(message("http://localhost:" + server.getAddress().getPort() + "/")))
                .as("a name that leads to it does not help")
                .isEqualTo(new Answer.Failed(Reason.ADDRESS_REFUSED));
        assertThat(calls).hasValue(0);
    }

    @Test
    void aReceiverThatHangsIsLeft() {
        on("/", exchange -> over.await());

        assertThat(timed("/")).isEqualTo(new Answer.Failed(Reason.TIMEOUT));
    }

    @Test
    void aReceiverThatDripsIsLeft() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (var socket = dripping.accept()) {
                    OutputStream out = socket.getOutputStream();
                    byte[] head = ("HTTP/1.1 200 OK\r\nX: " + "x".repeat(8_000)).getBytes(StandardCharsets.US_ASCII);
                    for (int i = 0;
                            i < head.length && !over.await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
                            i++) {
                        out.write(head[i]);
                        out.flush();
                    }
                } catch (IOException | InterruptedException left) {
                    Thread.currentThread().interrupt();
                }
            });
            long begun = System.nanoTime();

            assertThat(sender.send(message("http://localhost:" + dripping.getLocalPort() + "/")))
                    .isEqualTo(new Answer.Failed(Reason.TIMEOUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NO_LONGER_THAN);
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        on("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] block = new byte[64 << 10];
            while (over.getCount() > 0) {
                out.write(block);
            }
        });

        assertThat(timed("/")).isEqualTo(new Answer.Status(200, null));
    }

    @Test
    void whoIsNotThereIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(sender.send(message("http://localhost:" + free + "/")))
                .isEqualTo(new Answer.Failed(Reason.NO_CONNECTION));
        assertThat(sender.send(message("http://no-such-host.invalid/")))
                .isEqualTo(new Answer.Failed(Reason.UNKNOWN_HOST));
    }

    @Test
    void aServerWithoutTlsIsNotTakenForOneWithIt() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (var socket = plain.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    over.await();
                } catch (IOException | InterruptedException left) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThat(sender.send(message("https://localhost:" + plain.getLocalPort() + "/")))
                    .isEqualTo(new Answer.Failed(Reason.TLS));
        }
    }

    private Answer timed(String path) {
        long begun = System.nanoTime();
        Answer answer = send("localhost", path);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NO_LONGER_THAN);
        return answer;
    }

    private Answer send(String host, String path) {
        return sender.send(message("http://" + host + ":" + server.getAddress().getPort() + path));
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            calls.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Message message(String url) {
        return new Message("msg_1", url, new byte[] {'{', '}'}, List.of(new byte[32]));
    }

    private static HttpSender sender(TargetRules rules) {
        return new HttpSender(rules, CONNECT, ANSWER, 4, Clock.systemUTC());
    }
}
