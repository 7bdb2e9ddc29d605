package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What must hold of docker-compose.yml where nothing of it can be started. Needs a compose command, and no engine. */
@EnabledIf(value = "tracker.api.ComposeFile#readable", disabledReason = "no compose command")
class ComposeFileIT {
    private static final Set<String> ONE_SHOT = Set.of("topics", "schemas");

    private final Map<String, JsonNode> services = services();

    @Test
    void itIsWellFormedAndComplete() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder(
                        "kafka-1",
                        "kafka-2",
                        "kafka-3",
                        "topics",
                        "tracker-1",
                        "tracker-2",
                        "proxy",
                        "prometheus",
                        "grafana",
                        "registry",
                        "schemas");
    }

    @Test
    void eachImageHasATagAndEachServiceAHealth() {
        assertThat(services).allSatisfy((name, service) -> {
            assertThat(service.path("image").asText()).matches("[^:]+:(?!latest$).+");
            assertThat(service.path("healthcheck").path("test").size() > 1)
                    .as(name)
                    .isEqualTo(!ONE_SHOT.contains(name));
        });
    }

    @Test
    void noServiceHasRightsThatItNeedsNot() {
        assertThat(services).allSatisfy((name, service) -> {
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.path("security_opt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
            assertThat(service.path("privileged").asBoolean()).isFalse();
        });
        assertThat(List.of("topics", "schemas", "tracker-1", "tracker-2", "proxy", "prometheus"))
                .allSatisfy(
                        name -> assertThat(services.get(name).path("read_only").asBoolean())
                                .as(name)
                                .isTrue());
    }

    private static Map<String, JsonNode> services() {
        JsonNode services = ComposeFile.find()
                .services(Map.of(
                        "TRACKER_KAFKA_IMAGE", "a/broker:1",
                        "TRACKER_HAPROXY_IMAGE", "a/proxy:1",
                        "TRACKER_PROMETHEUS_IMAGE", "a/watch:1"));
        return StreamSupport.stream(((Iterable<Map.Entry<String, JsonNode>>) services::fields).spliterator(), false)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
