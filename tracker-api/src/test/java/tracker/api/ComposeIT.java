package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tracker.schemas.ReleasedSchemas;

/** The cluster that docker-compose.yml describes, really started. Skipped where engine, compose command or images are not to be had. */
@EnabledIf(
        value = "tracker.api.ComposeCluster#available",
        disabledReason = "no container engine, compose command or images")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final Duration UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String REPORTS = TestClient.PLAN + "/indicators/I02/reports";

    @TempDir
    private static Path directory;

    private final ComposeCluster cluster = new ComposeCluster();

    @BeforeAll
    void start() throws Exception {
        List<String> services =
                new ArrayList<>(List.of("kafka-1", "kafka-2", "kafka-3", "topics", "tracker-1", "tracker-2", "proxy"));
        List.of("prometheus", "grafana").stream().filter(cluster::has).forEach(services::add);
        if (cluster.has("registry")) {
            services.addAll(List.of("registry", "schemas"));
        }
        cluster.start(services);
        awaitHealthy("tracker-1");
        awaitHealthy("tracker-2");
        awaitHealthy("proxy");
        cluster.copy("tracker-1", "/shared/tokens.json", directory.resolve("data/tokens.json"));
        ReadmeRun.awaitNextSecond();
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void theReadmesSessionPassesThroughTheProxy() throws Exception {
        new ReadmeRun(ReadmeSession.read(), directory).byPatientCurl(cluster.port());
    }

    @Test
    @Order(2)
    void prometheusSeesTheNodes() {
        Assumptions.assumeTrue(cluster.has("prometheus"), "no image of Prometheus");
        awaitHealthy("prometheus");
        await().atMost(UP_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(
                        () -> cluster.read(cluster.prometheusPort(), "/api/v1/query?query=tracker_ready"),
                        answer -> answer.contains("tracker-1:8081") && answer.contains("tracker-2:8081"));
    }

    @Test
    @Order(3)
    void grafanaHasTheDashboard() {
        Assumptions.assumeTrue(cluster.has("grafana"), "no image of Grafana");
        awaitHealthy("grafana");
        await().atMost(UP_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(
                        () -> cluster.read(cluster.grafanaPort(), "/api/dashboards/uid/progress-tracker"),
                        answer -> answer.contains("Progress tracker"));
    }

    @Test
    @Order(4)
    void theRegistryHasEachReleasedSchema() throws Exception {
        Assumptions.assumeTrue(cluster.has("registry"), "no image of Apicurio's registry");
        List<Schema> released = ReleasedSchemas.events();
        String versions = "/apis/ccompat/v7/subjects/tracker.events-value/versions";
        await().atMost(UP_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(
                        () -> cluster.read(cluster.registryPort(), versions + "/" + released.size()),
                        answer -> !answer.isEmpty());
        JsonMapper json = new JsonMapper();
        for (int version = 1; version <= released.size(); version++) {
            String held = json.readTree(cluster.read(cluster.registryPort(), versions + "/" + version))
                    .path("schema")
                    .asText();
            assertThat(new Schema.Parser().parse(held)).isEqualTo(released.get(version - 1));
        }
        await().atMost(UP_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(
                        () -> cluster.read(cluster.registryPort(), "/apis/ccompat/v7/config/tracker.events-value"),
                        answer -> answer.contains("BACKWARD_TRANSITIVE"));
    }

    @Test
    @Order(5)
    void oneBrokerMayBeLost() {
        TestClient office = TestClient.of(cluster.port(), directory.resolve("data"), "planning-office");
        cluster.compose("kill", "kafka-2");
        // Whoever was not answered in time asks again, with the same key: it counts once.
        String report = RunningTracker.report("2023", "1600", "亿元");
        await().atMost(UP_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(() -> office.post(REPORTS, report, "Idempotency-Key", "one-broker-less")
                                .status()
                        == 201);
        cluster.compose("start", "kafka-2");
        awaitHealthy("kafka-2");
    }

    @Test
    @Order(6)
    void oneNodeMayBeLost() {
        TestClient office = TestClient.of(cluster.port(), directory.resolve("data"), "planning-office");
        cluster.compose("kill", "tracker-1");
        // The proxy speaks for itself until the other node has taken over.
        await().atMost(UP_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(() -> cluster.read(cluster.port(), TestClient.PLAN + "/public"), answer -> !answer.isEmpty());
        assertThat(office.post(REPORTS, RunningTracker.report("2024", "1800", "亿元"))
                        .status())
                .isEqualTo(201);
    }

    private void awaitHealthy(String service) {
        try {
            await().alias(service).atMost(UP_WITHIN).pollInterval(LOOK_EVERY).until(() -> cluster.health(service)
                    .equals("healthy"));
        } catch (ConditionTimeoutException cause) {
            // Once the containers are gone, nobody can look into them.
            throw new IllegalStateException(cluster.compose("logs", "--tail=60"), cause);
        }
    }
}
