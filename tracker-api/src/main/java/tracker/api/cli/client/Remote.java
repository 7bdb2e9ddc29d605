package tracker.api.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;
import tracker.streams.codec.ViewJson;

/** A tracker over HTTP. Whatever does not succeed is a {@link Failure} with its exit code. */
public final class Remote {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    /** A verdict on the whole log takes its time; an answer that has begun may go on for any. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    /** The tracker's own heartbeat in a stream comes every fifteen seconds. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final ViewJson json = new ViewJson();
    private final URI base;
    private final String token;
    private final String language;

    /** {@code token} is null for somebody without one; {@code language} is a tag. */
    public Remote(URI base, String token, String language) {
        this.base = base;
        this.token = token;
        this.language = language;
    }

    public JsonNode get(Query query) {
        return json(send(request(query).GET()));
    }

    /** {@code body} is null for none. */
    public JsonNode post(Query query, Object body) {
        BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.encode(body));
        return json(
                send(request(query).header("Content-Type", "application/json").POST(sent)));
    }

    public JsonNode delete(Query query) {
        return json(send(request(query).DELETE()));
    }

    /** The body as it comes. Silence in it is an IOException. */
    public InputStream open(Query query, Map<String, String> headers) {
        HttpRequest.Builder request = request(query);
        headers.forEach(request::header);
        return new GuardedStream(send(request.GET()), SILENT_FOR);
    }

    private HttpRequest.Builder request(Query query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + query.text()))
                .timeout(ANSWER_WITHIN)
                .header("Accept-Language", language);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private InputStream send(HttpRequest.Builder request) {
        HttpResponse<InputStream> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException cause) {
            throw Failure.unreachable("无法连接 " + base + "：" + cause, "Cannot reach " + base + ": " + cause, cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failure.brokenOff("已中断。", "Interrupted.", interrupted);
        }
        if (response.statusCode() / 100 != 2) {
            throw refused(response.statusCode(), response.body());
        }
        return response.body();
    }

    private JsonNode json(InputStream body) {
        byte[] answer = read(body);
        try {
            return json.read(answer);
        } catch (UncheckedIOException noJson) {
            throw Failure.unreachable(base + " 的应答不是跟踪系统的。", "What answers at " + base + " is no tracker.", noJson);
        }
    }

    private static byte[] read(InputStream body) {
        try (InputStream in = new GuardedStream(body, SILENT_FOR)) {
            return in.readAllBytes();
        } catch (IOException cut) {
            throw Failure.brokenOff("应答中断：" + cut, "The answer broke off: " + cut, cut);
        }
    }

    private Failure refused(int status, InputStream body) {
        JsonNode problem = problem(body);
        StringBuilder message = new StringBuilder();
        message.append(status).append(' ').append(problem.path("title").asText(""));
        if (problem.hasNonNull("detail")) {
            message.append(": ").append(problem.path("detail").asText());
        }
        problem.path("errors").forEach(error -> message.append(" · ")
                .append(error.path("pointer").asText())
                .append(' ')
                .append(error.path("message").asText()));
        return Failure.answered(exit(status), message.toString(), problem.isEmpty() ? null : problem);
    }

    /** Who stands before the tracker may be the one to say that it cannot be reached. */
    private static Exit exit(int status) {
        return switch (status) {
            case 400 -> Exit.UNUSABLE;
            case 502, 503, 504 -> Exit.UNREACHABLE;
            default -> Exit.REFUTED;
        };
    }

    private JsonNode problem(InputStream body) {
        try {
            JsonNode problem = json.read(read(body));
            return problem.isObject() ? problem : JsonNodeFactory.instance.objectNode();
        } catch (UncheckedIOException | Failure none) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
