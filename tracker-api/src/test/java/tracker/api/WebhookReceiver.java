package tracker.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A system that is told of warnings. It checks signatures by the specification, with nothing of the tracker's code. */
final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** A message as it came, whatever it was answered. */
    record Received(String id, String timestamp, String signature, byte[] body, int answered, Instant at) {
        JsonNode json() {
            return TestClient.parse(new String(body, StandardCharsets.UTF_8));
        }

        /** How many of the signatures are that secret's. */
        long signaturesBy(String secret) {
            return Arrays.stream(signature.split(" "))
                    .filter(one -> one.equals("v1," + expected(secret)))
                    .count();
        }

        private String expected(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                mac.update("%s.%s.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(mac.doFinal(body));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** What every message is answered from now on. */
    void answers(int next) {
        status.set(next);
    }

    /** From now on takes messages and does not answer, until it is released. */
    void hangs() {
        held = new CountDownLatch(1);
    }

    void released() {
        held.countDown();
    }

    /** All that came, in order. */
    List<Received> received() {
        return List.copyOf(received);
    }

    /** What came and was answered with success. */
    List<Received> taken() {
        return received.stream().filter(one -> one.answered() / 100 == 2).toList();
    }

    @Override
    public void close() {
        released();
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int answer = status.get();
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body,
                    answer,
                    Instant.now()));
            held.await();
            exchange.sendResponseHeaders(answer, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
