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
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(3);
    /** Longer than the tracker itself waits for a write. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTED_WITHIN)
            .build();
    private final String token;

    Api(String token) {
        this.token = token;
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
                .timeout(ANSWERED_WITHIN)
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
