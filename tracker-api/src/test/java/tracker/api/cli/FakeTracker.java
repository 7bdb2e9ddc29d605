package tracker.api.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Answers what a test has told it to, one answer a request for each path; the last one again and again. */
final class FakeTracker implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new HashMap<>();
    private final List<HttpExchange> heard = new ArrayList<>();

    /** {@code whole}: whether the body ends as an HTTP body does, or is cut. */
    private record Answer(int status, String type, byte[] body, boolean whole) {}

    FakeTracker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    FakeTracker answers(String path, String json) {
        return answers(path, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    FakeTracker answers(String path, int status, String type, byte[] body) {
        return add(path, new Answer(status, type, body, true));
    }

    /** Sends that much, and breaks the line. */
    FakeTracker breaksOff(String path, byte[] body) {
        return add(path, new Answer(200, "application/octet-stream", body, false));
    }

    /** The values of a header, request by request. */
    List<String> headers(String name) {
        synchronized (heard) {
            return heard.stream()
                    .map(exchange -> exchange.getRequestHeaders().getFirst(name))
                    .toList();
        }
    }

    List<String> requests() {
        synchronized (heard) {
            return heard.stream()
                    .map(exchange -> exchange.getRequestMethod() + " " + exchange.getRequestURI())
                    .toList();
        }
    }

    void forget(String path) {
        synchronized (heard) {
            answers.remove("/api/v1/" + path);
        }
    }

    private FakeTracker add(String path, Answer answer) {
        synchronized (heard) {
            answers.computeIfAbsent("/api/v1/" + path, unused -> new ArrayDeque<>())
                    .add(answer);
        }
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer;
        synchronized (heard) {
            heard.add(exchange);
            Queue<Answer> queue = answers.getOrDefault(exchange.getRequestURI().getPath(), new ArrayDeque<>());
            answer = queue.size() > 1 ? queue.remove() : queue.peek();
        }
        if (answer == null) {
            answer = new Answer(404, "application/problem+json", new byte[0], true);
        }
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        // A body that is to be cut promises one byte more than it has.
        exchange.sendResponseHeaders(answer.status(), answer.body().length + (answer.whole() ? 0 : 1));
        exchange.getResponseBody().write(answer.body());
        exchange.getResponseBody().flush();
        // Of a body that is not complete, this closes the connection; closing the body alone would leave it open.
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
