package tracker.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A tracker with the real plan, and how its users are spoken for. Where the brokers are is the subclasses' affair. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningTracker {
    Path data;

    Tracker tracker;

    private final AtomicLong heard = new AtomicLong();
    TestClient office;

    /** Settings beyond port and data directory. */
    abstract Map<String, Object> settings();

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory;
        Map<String, Object> properties = new HashMap<>(settings());
        properties.put("tracker.port", -1);
        properties.put("tracker.data", data.toString());
        tracker = Tracker.start(properties, step -> {});
        office = client("planning-office");
    }

    @AfterAll
    void stop() {
        if (tracker != null) {
            tracker.close();
        }
    }

    TestClient client(String token) {
        return TestClient.of(tracker.port(), data, token, heard);
    }

    TestClient.Answer report(String id, String period, String value, String unit) {
        return office.post(indicator(id) + "/reports", report(period, value, unit));
    }

    static String report(String period, String value, String unit) {
        return "{\"period\":\"%s\",\"value\":%s,\"unit\":\"%s\"}".formatted(period, value, unit);
    }

    static String indicator(String id) {
        return TestClient.PLAN + "/indicators/" + id;
    }

    List<JsonNode> eventsOf(String subject, String type) {
        List<JsonNode> events = new ArrayList<>();
        office.get(TestClient.PLAN + "/events?subject=" + subject + "&type=" + type)
                .json()
                .path("items")
                .forEach(events::add);
        return events;
    }

    static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    static String text(JsonNode state, String field) {
        return state.path(field).isNull()
                ? null
                : state.path(field).decimalValue().toPlainString();
    }
}
