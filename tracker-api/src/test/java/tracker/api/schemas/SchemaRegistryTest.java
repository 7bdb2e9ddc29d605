package tracker.api.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {
    private static final Schema FIRST =
            SchemaBuilder.record("Event").fields().requiredString("id").endRecord();
    private static final Schema SECOND = SchemaBuilder.record("Event")
            .fields()
            .requiredString("id")
            .optionalString("reason")
            .endRecord();

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theOldestIsTheFirstVersionAndEachLaterOneMustReadThemAll() throws Exception {
        registry().publish("some.topic", List.of(FIRST, SECOND));

        JsonMapper json = new JsonMapper();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0)).startsWith("POST /registry/subjects/some.topic-value/versions ");
        assertThat(new Schema.Parser()
                        .parse(json.readTree(body(0)).path("schema").asText()))
                .isEqualTo(FIRST);
        assertThat(asked.get(1)).startsWith("POST /registry/subjects/some.topic-value/versions ");
        assertThat(new Schema.Parser()
                        .parse(json.readTree(body(1)).path("schema").asText()))
                .isEqualTo(SECOND);
        assertThat(asked.get(2))
                .isEqualTo("PUT /registry/config/some.topic-value {\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
    }

    @Test
    void whatItRefusesIsSaidWithItsReasonAndNothingFollows() {
        status = 409;
        assertThatThrownBy(() -> registry().publish("some.topic", List.of(FIRST, SECOND)))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("409 the registry's word")
                .hasMessageContaining("tracker.schema-registry");
        assertThat(asked).hasSize(1);
    }

    @Test
    void oneThatIsNotThereIsNamed() {
        SchemaRegistry gone = registry();
        server.stop(0);
        assertThatThrownBy(() -> gone.publish("some.topic", List.of(FIRST)))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining(String.valueOf(server.getAddress().getPort()));
    }

    private SchemaRegistry registry() {
        return new SchemaRegistry(URI.create(
                "http://localhost:%d/registry".formatted(server.getAddress().getPort())));
    }

    private String body(int request) {
        return asked.get(request).split(" ", 3)[2];
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        byte[] answer = "the registry's word".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
