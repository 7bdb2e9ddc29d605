package tracker.api;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The cluster of docker-compose.yml under a name and on ports of its own, taken down with all that it kept. */
final class ComposeCluster implements AutoCloseable {
    private static final Duration BUILT_WITHIN = Duration.ofMinutes(10);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(5);

    private final ComposeFile file = ComposeFile.find();
    private final DockerClient engine = DockerClientFactory.lazyClient();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = TrackerProcess.freePort();
    private final int prometheusPort = TrackerProcess.freePort();
    private final int grafanaPort = TrackerProcess.freePort();
    private final int registryPort = TrackerProcess.freePort();
    private final String project = "tracker-it-" + port;
    private final Map<String, String> environment = Map.of(
            "COMPOSE_PROJECT_NAME",
            project,
            "TRACKER_IMAGE",
            project + ":local",
            "TRACKER_FROM",
            "jars",
            "TRACKER_PROXY_PORT",
            String.valueOf(port),
            "TRACKER_PROMETHEUS_PORT",
            String.valueOf(prometheusPort),
            "TRACKER_GRAFANA_PORT",
            String.valueOf(grafanaPort),
            "TRACKER_REGISTRY_PORT",
            String.valueOf(registryPort),
            // Others may run the same file on this machine.
            "TRACKER_FRONT_NETWORK",
            "172.30.%d.0/24".formatted(port % 256));

    /** Whether an engine and a compose command are here, and the images without which nothing starts. */
    static boolean available() {
        if (!DockerClientFactory.instance().isDockerAvailable() || !ComposeFile.readable()) {
            return false;
        }
        ComposeFile file = ComposeFile.find();
        return Stream.of(file.base(), file.image("kafka-1"), file.image("proxy"))
                .allMatch(ContainerImages::available);
    }

    /** Builds our image from the jars that are there, and begins to start what must run for {@code services}. */
    void start(List<String> services) {
        // The older builder, which needs no plug-in of the engine's.
        Map<String, String> older = new HashMap<>(environment);
        older.put("DOCKER_BUILDKIT", "0");
        require(file.run(BUILT_WITHIN, older, "build", "topics"));
        compose(Stream.concat(Stream.of("--profile", "registry", "up", "-d", "--no-build"), services.stream())
                .toArray(String[]::new));
    }

    String compose(String... arguments) {
        return require(file.run(DONE_WITHIN, environment, arguments)).output();
    }

    /** Whether a service that nothing depends on can be started: its image is here, or can be pulled. */
    boolean has(String service) {
        try {
            engine.inspectImageCmd(file.image(service)).exec();
            return true;
        } catch (NotFoundException notThereYet) {
            return file.run(DONE_WITHIN, environment, "pull", service).done();
        }
    }

    /** As the engine has it: starting, healthy or unhealthy; empty where there is no such container. */
    String health(String service) {
        return containers(service).stream()
                .map(container ->
                        engine.inspectContainerCmd(container.getId()).exec().getState())
                .map(state -> state.getHealth() == null ? "" : state.getHealth().getStatus())
                .findFirst()
                .orElse("");
    }

    /** What a container has in a file. */
    void copy(String service, String from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.writeString(to, compose("exec", "-T", service, "cat", from));
    }

    int port() {
        return port;
    }

    int prometheusPort() {
        return prometheusPort;
    }

    int grafanaPort() {
        return grafanaPort;
    }

    int registryPort() {
        return registryPort;
    }

    /** What is answered there; empty where nobody answers, or with a refusal. */
    String read(int at, String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + at + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == HttpURLConnection.HTTP_OK ? answer.body() : "";
        } catch (IOException absent) {
            return "";
        }
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--remove-orphans", "--timeout", "5");
        engine.removeImageCmd(environment.get("TRACKER_IMAGE")).withForce(true).exec();
    }

    private List<Container> containers(String service) {
        return engine.listContainersCmd()
                .withLabelFilter(Map.of("com.docker.compose.project", project, "com.docker.compose.service", service))
                .exec();
    }

    private static Commands.Outcome require(Commands.Outcome outcome) {
        if (!outcome.done()) {
            throw new IllegalStateException(outcome.output());
        }
        return outcome;
    }
}
