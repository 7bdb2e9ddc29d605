package tracker.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tracker.api.contract.Contract;
import tracker.api.contract.ContractChecker;
import tracker.api.contract.Exchange;

/**
 * Speaks to a tracker as anybody would: HTTP and a bearer token, nothing of the tracker's own code. Whatever a test asks, the answer is held
 * against the contract as well.
 */
public final class TestClient {
    static final String PLAN = "/api/v1/plans/changsha-hitech-14fyp";
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ContractChecker CONTRACT = new ContractChecker(Contract.served());

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final boolean inContract;
    private final String base;
    private final String token;
    /** The last position of {@link #PLAN} that an answer named to any of those who share it: reads ask for no less. */
    private final AtomicLong heard;

    private TestClient(String base, String token, AtomicLong heard) {
        this(base, token, heard, true);
    }

    private TestClient(String base, String token, AtomicLong heard, boolean inContract) {
        this.inContract = inContract;
        this.base = base;
        this.token = token;
        this.heard = heard;
    }

    /** {@code name} is a key of tokens.json. */
    static TestClient of(int port, Path data, String name) {
        return of(port, data, name, new AtomicLong());
    }

    /** {@code heard} is shared by those who are to see what each of them wrote. */
    static TestClient of(int port, Path data, String name, AtomicLong heard) {
        try {
            String token = JSON.readTree(Files.readAllBytes(data.resolve("tokens.json")))
                    .path(name)
                    .asText();
            return new TestClient("http://localhost:" + port, token, heard);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static TestClient anonymous(int port) {
        return new TestClient("http://localhost:" + port, null, new AtomicLong());
    }

    /** Asks on the management port, whose answers are not the contract's. */
    static TestClient management(int port) {
        return new TestClient("http://localhost:" + port, null, new AtomicLong(), false);
    }

    /** Whoever has that token. */
    public static TestClient bearing(int port, String token) {
        return new TestClient("http://localhost:" + port, token, new AtomicLong());
    }

    String token() {
        return token;
    }

    /** {@code headers} are names and values in turn. */
    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        boolean asks = List.of(headers).contains("Tracker-Position");
        if (path.startsWith(PLAN) && !asks && heard.get() > 0) {
            request.header("Tracker-Position", "changsha-hitech-14fyp@" + heard.get());
        }
        return send(request.GET());
    }

    public Answer post(String path, String json, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                bytes(json));
    }

    /** Sends a file as it is. */
    public Answer postFile(String path, byte[] file, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)),
                file);
    }

    /** Sends JSON that the contract may not allow, though the route takes it. */
    Answer postLoose(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a body as it comes, with no more headers than are given. */
    Answer postStream(String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(request(path, headers).POST(body));
    }

    Answer head(String path, String... headers) {
        return send(request(path, headers).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Answer put(String path, String json, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json)),
                bytes(json));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    InputStream stream(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest request = request(path, headers).GET().build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        requireAsInContract(request, null, response, null);
        return response.body();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        return send(request, null);
    }

    /** {@code sent} is null where the body is none, or not at hand. */
    private Answer send(HttpRequest.Builder builder, byte[] sent) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (inContract) {
                requireAsInContract(request, sent, response, response.body());
            }
            response.headers()
                    .firstValue("Tracker-Position")
                    .filter(position -> position.startsWith("changsha-hitech-14fyp@"))
                    .map(position -> Long.valueOf(position.substring(position.indexOf('@') + 1)))
                    .ifPresent(position -> heard.accumulateAndGet(position, Math::max));
            return new Answer(response);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** {@code body} is null where the answer does not end. */
    static void requireAsInContract(HttpRequest request, byte[] sent, HttpResponse<?> response, byte[] body) {
        Exchange exchange = new Exchange(
                request.method(),
                request.uri(),
                request.headers()::firstValue,
                sent,
                response.statusCode(),
                response.headers()::firstValue,
                body);
        List<String> faults = CONTRACT.faults(exchange);
        if (!faults.isEmpty()) {
            String shown = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            throw new AssertionError(exchange + " is not as openapi.yml has it:\n  " + String.join("\n  ", faults)
                    + "\n" + shown.substring(0, Math.min(shown.length(), 2_000)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }

        @Override
        public String toString() {
            return status() + " " + new String(response.body(), StandardCharsets.UTF_8);
        }
    }
}
