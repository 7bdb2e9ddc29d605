package tracker.api.faults.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;

/** The tracker's API of one plan, as somebody with a token asks for it. Nothing is tried twice. */
final class Api {
    static final String PLAN = "/api/v1/plans/" + Cluster.PLAN;
    private static final String POSITION = "Tracker-Position";
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(1);
    /** Longer than the tracker itself waits for a write. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final String token;
    private final Duration patience;

    /** Of somebody who waits longer than the tracker does. */
    Api(String token) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECTED_WITHIN)
                        .build(),
                token,
                PATIENCE);
    }

    private Api(HttpClient http, String token, Duration patience) {
        this.http = http;
        this.token = token;
        this.patience = patience;
    }

    /** Of somebody else with that token, who waits no longer than that for an answer. */
    Api waiting(Duration longest) {
        return new Api(http, token, longest);
    }

    String token() {
        return token;
    }

    /** {@code position} may be null; {@code path} begins behind the plan's. */
    Reply get(Node node, String path, Long position) throws IOException {
        HttpRequest.Builder request = request(node, path).GET();
        if (position != null) {
            request.header(POSITION, Cluster.PLAN + "@" + position);
        }
        return send(request);
    }

    Reply post(Node node, String path, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = request(node, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(Node node, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + PLAN + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(null), response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
