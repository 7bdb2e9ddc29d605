package tracker.api.schemas;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** A registry of schemas that speaks Confluent's interface, as Apicurio, Karapace and others do. What it has already stays as it is. */
public final class SchemaRegistry {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    /** What a newer schema must be to all that are older: able to read what they wrote. */
    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();

    /** {@code address} is where its subjects are below, such as {@code http://registry:8080/apis/ccompat/v7}. */
    public SchemaRegistry(URI address) {
        this.address = address;
    }

    /**
     * Has it hold {@code oldestFirst} as the versions of what {@code topic}'s values are, and take no newer one that could not read them.
     *
     * @throws RegistryRefusedException where it does not answer, or refuses
     */
    public void publish(String topic, List<Schema> oldestFirst) {
        String subject = topic + "-value";
        oldestFirst.forEach(
                schema -> send("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema.toString())));
        send("PUT", "/config/" + subject, Map.of("compatibility", COMPATIBILITY));
    }

    private void send(String method, String path, Map<String, String> body) {
        URI to = URI.create(address + path);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(to)
                            .timeout(PATIENCE)
                            .header("Content-Type", CONTENT_TYPE)
                            .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new RegistryRefusedException(to, answer.statusCode() + " " + answer.body(), null);
            }
        } catch (IOException absent) {
            throw new RegistryRefusedException(to, absent.toString(), absent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
